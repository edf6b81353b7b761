use yew::prelude::*;

/// How far something is that takes more than a moment.
pub(super) fn progress(label: AttrValue, done: usize, total: usize) -> Html {
    html! {
        <div class="work" role="status">
            <label>{ label }<progress max={total.max(1).to_string()} value={done.to_string()} /></label>
        </div>
    }
}
