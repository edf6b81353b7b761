use yew::prelude::*;

use crate::engine::SourceIx;
use crate::wording::ui;

use super::element::element;
use super::numbers::date;
use super::parts::{fold, paragraph};
use super::view::View;

/// What the shown reasons and steps rest on, with dates; folded away.
pub(super) fn sources_list(view: &View) -> Html {
    let rulebook = &view.kit.rulebook;
    let mut sources: Vec<SourceIx> = Vec::new();
    for cause in view.diagnosis.findings.iter().flat_map(|finding| finding.causes()) {
        sources.extend(&rulebook.cause(cause).sources);
    }
    for step in &view.diagnosis.plan {
        sources.extend(&rulebook.remedy(step.remedy).sources);
    }
    sources.sort_unstable();
    sources.dedup();
    let items = sources.into_iter().map(|at| element("li", "").text(source_line(view, at)));
    let list = element("ul", "sources").holding(items.collect());
    let version = view.kit.ui_with(ui::SOURCES_RULEBOOK, &[("version", &rulebook.version)]);
    fold("fold", view.kit.ui(ui::SOURCES_TITLE), vec![list, paragraph("hint", version)])
}

fn source_line(view: &View, source: SourceIx) -> AttrValue {
    let kit = view.kit;
    let source = kit.rulebook.source(source);
    let trust = kit.ui_of("trust", source.trust.id());
    let reviewed = date(kit, &source.reviewed.to_string());
    let undated = kit.ui(ui::SOURCES_UNDATED);
    let dated = if source.date.is_empty() { undated } else { date(kit, &source.date) };
    kit.ui_with(
        ui::SOURCES_LINE,
        &[
            ("publisher", &source.publisher),
            ("title", &source.title),
            ("date", &dated),
            ("trust", &trust),
            ("reviewed", &reviewed),
        ],
    )
}
