use wasm_bindgen::JsValue;
use web_sys::js_sys::{Function, Reflect};

/// A clock as on a phone so slow that each look at it comes later than Yew draws in one go: wherever Yew may leave the
/// browser a turn, it does. Ends when it is dropped.
pub(crate) struct SlowClock {
    usual: JsValue,
}

impl SlowClock {
    pub(crate) fn start() -> Self {
        let make = Function::new_no_args(
            "const { now } = Date;
            let late = 0;
            Date.now = () => now() + (late += 20);
            return now;",
        );
        Self { usual: make.call0(&JsValue::NULL).expect("the clock can be replaced") }
    }
}

impl Drop for SlowClock {
    fn drop(&mut self) {
        let global = web_sys::js_sys::global();
        let date = Reflect::get(&global, &"Date".into()).expect("there is a clock");
        Reflect::set(&date, &"now".into(), &self.usual).expect("the clock can be put back");
    }
}
