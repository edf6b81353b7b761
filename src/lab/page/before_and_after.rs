use yew::prelude::*;

use crate::lab::compare::{Mark, Piece, marks};

/// A text before and after, one below the other, with what differs marked; each has a label and a hook.
pub(in crate::lab::page) fn before_and_after(
    class: &'static str,
    locale: &str,
    [before, after]: [(AttrValue, &'static str, Option<&str>); 2],
    none: &Html,
) -> Html {
    let pieces = marks(before.2.unwrap_or_default(), after.2.unwrap_or_default());
    let line = |(label, hook, text): (AttrValue, &'static str, Option<&str>), own: Mark| {
        let said = if text.is_some() { marked(&pieces, own) } else { none.clone() };
        html! {
            <>
                <dt class="quiet">{ label }</dt>
                <dd lang={locale.to_owned()} data-lab={hook}>{ said }</dd>
            </>
        }
    };
    html! { <dl {class}>{ line(before, Mark::Removed) }{ line(after, Mark::Added) }</dl> }
}

/// One of the two texts, with what the other one lacks marked in it.
fn marked(pieces: &[Piece], own: Mark) -> Html {
    let shown = pieces.iter().filter(|piece| matches!(piece.mark, Mark::Same) || piece.mark == own);
    let pieces = shown.map(|piece| {
        let text = piece.text.clone();
        match piece.mark {
            Mark::Same => html! { <>{ text }</> },
            Mark::Removed => html! { <del data-mark={piece.mark.id()}>{ text }</del> },
            Mark::Added => html! { <ins data-mark={piece.mark.id()}>{ text }</ins> },
        }
    });
    html! { <>{ for pieces }</> }
}
