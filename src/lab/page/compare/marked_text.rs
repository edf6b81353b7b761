use yew::prelude::*;

use crate::lab::compare::{Mark, Piece};

/// One of the two texts, with what the other one lacks marked in it.
pub(in crate::lab::page) fn marked_text(pieces: &[Piece], own: Mark) -> Html {
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
