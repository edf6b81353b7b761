use yew::prelude::*;

use crate::wording::ui;

use super::action::Action;
use super::icons;
use super::view::View;

/// The fraud screen: the warning and whom to call, nothing else but a way back from a slip.
pub(super) fn stop_scam_screen(view: &View) -> Html {
    let kit = view.kit;
    let mut numbers: Vec<AttrValue> = Vec::new();
    for step in &view.diagnosis.plan {
        for number in &kit.rulebook.remedy(step.remedy).call {
            let number = AttrValue::from(number.to_string());
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    html! {
        <section key="stop-scam" class="screen scam" data-screen="stop-scam" data-outcome={view.diagnosis.outcome.id()}>
            <div class="scam__sign">{ icons::warning() }</div>
            <h1 class="heading" tabindex="-1" ref={view.heading}>{ kit.ui(ui::SCAM_TITLE) }</h1>
            for finding in &view.diagnosis.findings {
                <p class="scam__lead" data-cause={kit.rulebook.cause(finding.cause).id.to_string()}>
                    { kit.cause(finding.cause, "summary") }
                </p>
            }
            <p class="scam__body">{ kit.ui(ui::SCAM_BODY) }</p>
            <div class="scam__calls">
                for number in numbers {
                    <a class="button button--call" part="button" href={format!("tel:{number}")}>
                        { icons::phone() }{ kit.ui_with(ui::BUTTON_CALL, &[("number", number.as_str())]) }
                    </a>
                }
            </div>
            <ol class="scam__steps">
                for step in &view.diagnosis.plan {
                    <li data-remedy={kit.rulebook.remedy(step.remedy).id.to_string()}>
                        <strong>{ kit.remedy(step.remedy, "title") }</strong>
                        <p>{ kit.remedy(step.remedy, "step") }</p>
                    </li>
                }
            </ol>
            <button type="button" class="button button--link" part="button" data-action="back"
                onclick={view.report(Action::WentBack)}>
                { kit.ui(ui::BUTTON_TAPPED_BY_MISTAKE) }
            </button>
        </section>
    }
}
