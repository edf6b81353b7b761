use wasm_bindgen::prelude::*;

use crate::widget::CurrentScreen;

#[wasm_bindgen]
extern "C" {
    /// The page's side of the seam: an object with the methods below.
    #[derive(Clone)]
    pub type Host;

    /// Hears which of the page's answers cannot be used; the widget goes on without it.
    #[wasm_bindgen(method)]
    pub(super) fn refuse(this: &Host, answer: &str);

    /// Hears what is shown, once a change: the kind of screen (`question`, `review`, `result` or `stop-scam`), its id
    /// (of a question only), how many questions have an answer, about how many screens are to come, the outcome (of a
    /// result only), and whether there is a screen to go back to. It is called while the screen is drawn; at the end of
    /// the turn, where a promise goes on, the screen stands there and has the focus.
    #[wasm_bindgen(method)]
    fn show(
        this: &Host,
        kind: &str,
        id: &str,
        answered: usize,
        remaining: usize,
        outcome: &str,
        can_go_back: bool,
    );
}

impl Host {
    pub(super) fn tell(&self, shown: &CurrentScreen) {
        let outcome = shown.result().map_or("", |diagnosis| diagnosis.outcome.id());
        self.show(
            shown.kind().hook(),
            shown.screen_id(),
            shown.answers().len(),
            shown.remaining(),
            outcome,
            shown.can_go_back(),
        );
    }
}
