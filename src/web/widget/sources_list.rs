use yew::prelude::*;

use crate::engine::SourceIx;
use crate::wording::ui;

use super::view::View;

/// What the shown reasons and steps rest on, with dates; folded away.
pub(super) fn sources_list(view: &View) -> Html {
    let rulebook = &view.kit.rulebook;
    let causes = view.diagnosis.findings.iter().flat_map(|finding| finding.causes());
    let of_causes = causes.flat_map(|cause| rulebook.cause(cause).sources.clone());
    let of_steps =
        view.diagnosis.plan.iter().flat_map(|step| rulebook.remedy(step.remedy).sources.clone());
    let mut sources: Vec<SourceIx> = of_causes.chain(of_steps).collect();
    sources.sort();
    sources.dedup();
    let version = view.kit.ui_with(ui::SOURCES_RULEBOOK, &[("version", &rulebook.version)]);
    html! {
        <details class="fold">
            <summary>{ view.kit.ui(ui::SOURCES_TITLE) }</summary>
            <ul class="sources">
                for source in sources {
                    <li>{ source_line(view, source) }</li>
                }
            </ul>
            <p class="hint">{ version }</p>
        </details>
    }
}

fn source_line(view: &View, source: SourceIx) -> AttrValue {
    let kit = view.kit;
    let source = kit.rulebook.source(source);
    let trust = kit.ui_of("trust", source.trust.id());
    let line = kit.ui_with(
        ui::SOURCES_LINE,
        &[
            ("publisher", &source.publisher),
            ("title", &source.title),
            ("date", &source.date),
            ("trust", &trust),
        ],
    );
    let reviewed = source.reviewed.to_string();
    let reviewed = kit.ui_with(ui::SOURCES_REVIEWED, &[("date", &reviewed)]);
    format!("{line} {reviewed}").into()
}
