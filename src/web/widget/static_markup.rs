//! Markup that stands in the page before any script: rendered natively, at build time.

use yew::prelude::*;

use crate::wording::ui;

use super::Kit;

/// What the static parts of a page are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct StaticProps {
    /// The rules and the words.
    pub kit: Kit,
}

/// What a page shows instead of the widget when something fails.
#[component]
pub fn Failure(props: &StaticProps) -> Html {
    let kit = &props.kit;
    let lang = AttrValue::from(kit.catalogue.locale().to_owned());
    html! {
        <div class="checkup" part="root" dir="ltr" {lang}>
            <section class="screen" data-screen="failure">
                <h1 class="heading" tabindex="-1">{ kit.ui(ui::FAILURE_TITLE) }</h1>
                <p class="lead">{ kit.ui(ui::FAILURE_BODY) }</p>
                <p class="note">{ kit.ui(ui::FAILURE_SAFE) }</p>
                <a class="button button--main" data-action="restart" href="">{ kit.ui(ui::FAILURE_RELOAD) }</a>
            </section>
        </div>
    }
}
