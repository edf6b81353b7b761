//! The lab in a browser, as a test uses it.

use std::panic::Location;

use serde_json::{Value, json};

use crate::ability::Ability;
use crate::accessibility::RUN_AXE;
use crate::given;
use crate::page::Page;
use crate::patience::PATIENCE;
use crate::setup::Setup;

/// A laptop, in pixels of CSS.
const LAPTOP: (u32, u32) = (1366, 768);

/// Types as a person does: the focus, the whole text, an event for it.
const WRITE: &str = "
    const field = document.querySelector(arguments[0]);
    field.focus();
    field.value = arguments[1];
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));";

const CHOOSE: &str = "
    const field = document.querySelector(arguments[0]);
    field.value = arguments[1];
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// What a preview shows: its text, and where the marks are.
const READ_PREVIEWS: &str = "
    return [...document.querySelectorAll(arguments[0] + ' iframe')].map((frame) => {
        const page = frame.contentDocument;
        const highlights = frame.contentWindow.CSS.highlights;
        const marks = highlights && highlights.get('lab');
        return {
            text: page.body.textContent,
            screen: page.querySelector('[data-screen]')?.dataset.screen ?? '',
            theme: page.body.dataset.theme ?? '',
            width: page.documentElement.clientWidth,
            marks: marks ? [...marks].map(String) : [],
        };
    });";

/// Keeps what the lab hands to the browser as files, in place of downloading it.
const KEEP_FILES: &str = "
    window.keptFiles = [];
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        const address = make.call(URL, blob);
        blobs.set(address, blob);
        return address;
    };
    HTMLAnchorElement.prototype.click = function () {
        window.keptFiles.push({ name: this.download, blob: blobs.get(this.href) });
    };";

const READ_KEPT: &str = "
    const done = arguments[arguments.length - 1];
    window.keptFiles[arguments[0]].blob.text().then(done);";

/// The field for drafts and edited files.
pub(super) const FILES: &str = "[data-lab=files]";

/// Puts files into a field as somebody does who chooses them.
const GIVE_FILES: &str = "
    const field = document.querySelector(arguments[0]);
    const chosen = new DataTransfer();
    for (const [name, text] of arguments[1]) chosen.items.add(new File([text], name));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// The lab, opened.
pub(super) struct Lab<'a> {
    pub(super) page: &'a Page,
}

/// Runs a test in the lab, opened on a laptop.
pub(super) fn in_lab(test: impl AsyncFnOnce(&Lab<'_>)) {
    in_lab_with(Setup::new(), test);
}

/// Runs a test in the lab with another setting of the system or the server.
pub(super) fn in_lab_with(setup: Setup<'_>, test: impl AsyncFnOnce(&Lab<'_>)) {
    // What is asked for late is seen through the tools for developers only.
    setup.at("lab.html").needs(Ability::DevTools).run(async |page| {
        let lab = Lab { page };
        lab.open().await;
        test(&lab).await;
    });
}

impl Lab<'_> {
    /// Opens the lab, or opens it again; waits until it can be used.
    pub(super) async fn open(&self) {
        self.page.resize(LAPTOP).await;
        self.page.begin_to_load().await;
        self.ready().await;
    }

    /// Waits until the lab can be used; from then on nothing may be requested.
    pub(super) async fn ready(&self) {
        self.page
            .until_true(
                "return document.querySelector('#panel-edit [data-lab=preview]')?.dataset.loaded === 'true'
                    && document.querySelector('#panel-edit iframe').contentDocument.querySelector('[data-screen]') !== null;",
            )
            .await;
        self.page.settle();
    }

    /// Waits until it is known who reads what.
    pub(super) async fn surveyed(&self) {
        self.page.until_worked_out("return !document.querySelector('.work');").await;
    }

    /// Opens a part.
    pub(super) async fn open_tab(&self, tab: &str) {
        self.page.tap_of_host(&format!("[data-tab={tab}]")).await;
        self.page
            .until_true(&format!("return !document.getElementById('panel-{tab}').hidden;"))
            .await;
    }

    /// Opens the texts of a thing, such as `cause.new-account`.
    pub(super) async fn open_thing(&self, thing: &str) {
        self.page.tap_of_host(&format!("[data-thing='{thing}']")).await;
        self.page
            .until_true(&format!(
                "return document.querySelector('[data-thing=\"{thing}\"]')?.ariaCurrent === 'true';"
            ))
            .await;
    }

    /// Writes a text in place of what stands in a field.
    pub(super) async fn write(&self, selector: &str, text: &str) {
        self.until_there(selector).await;
        self.page.run(WRITE, vec![json!(selector), json!(text)]).await;
    }

    /// Chooses an option of a select field.
    pub(super) async fn choose(&self, selector: &str, value: &str) {
        self.until_there(&format!("{selector} option[value='{value}']")).await;
        self.page.run(CHOOSE, vec![json!(selector), json!(value)]).await;
    }

    /// From now on files are kept where a test can read them.
    pub(super) async fn keep_files(&self) {
        self.page.run(KEEP_FILES, Vec::new()).await;
    }

    /// The text of a file that was kept, by its place.
    pub(super) async fn kept_text(&self, at: usize) -> String {
        self.page.until_true(&format!("return window.keptFiles.length > {at};")).await;
        let text = self.page.run_async(READ_KEPT, vec![json!(at)]).await;
        text.as_str().expect("a text").to_owned()
    }

    /// The one file that a button hands to the browser: its name and its text.
    pub(super) async fn saved(&self, button: &str) -> (String, String) {
        self.keep_files().await;
        self.page.tap_of_host(button).await;
        let text = self.kept_text(0).await;
        let names = self.read("return window.keptFiles.map(({ name }) => name);").await;
        let names: Vec<String> = serde_json::from_value(names).expect("names");
        assert_eq!(names.len(), 1, "{button}: {names:?}");
        (names[0].clone(), text)
    }

    /// Gives files, each a name and a text, to the field that a selector finds.
    pub(super) async fn give_files(&self, selector: &str, files: &[(&str, &str)]) {
        self.until_there(selector).await;
        self.page.run(GIVE_FILES, vec![json!(selector), json!(files)]).await;
    }

    /// Checks that axe finds nothing in what is shown.
    pub(super) async fn check_with_axe(&self, what: &str) {
        let axe = given::text("AXE", "");
        self.page.at_rest().await;
        self.page.run(&format!("if (!window.axe) {{ {axe} }}"), Vec::new()).await;
        let result = self.page.run_async(RUN_AXE, Vec::new()).await;
        assert!(result["passed"].as_u64() > Some(10), "axe has looked at little: {result:#}");
        assert_eq!(result["found"], json!([]), "{what}");
    }

    /// What a script returns.
    pub(super) async fn read(&self, body: &str) -> Value {
        self.page.run(body, Vec::new()).await
    }

    /// What stands in the elements that a selector finds.
    pub(super) async fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.read(&texts_of(selector)).await;
        serde_json::from_value(found).expect("a list of texts")
    }

    /// Waits until this stands in the elements that a selector finds.
    #[track_caller]
    pub(super) fn until_texts(&self, selector: &str, texts: &[&str]) -> impl Future<Output = ()> {
        let (page, script, wanted) = (self.page, texts_of(selector), json!(texts));
        let waited = Location::caller();
        async move { page.until_is_at(PATIENCE, waited, &script, wanted).await }
    }

    /// Waits until a selector finds something.
    #[track_caller]
    pub(super) fn until_there(&self, selector: &str) -> impl Future<Output = ()> {
        self.until_found(selector, "!== 0".to_owned())
    }

    /// Waits until a selector finds nothing any more.
    #[track_caller]
    pub(super) fn until_gone(&self, selector: &str) -> impl Future<Output = ()> {
        self.until_found(selector, "=== 0".to_owned())
    }

    /// Waits until a selector finds so many elements.
    #[track_caller]
    pub(super) fn until_count(&self, selector: &str, count: usize) -> impl Future<Output = ()> {
        self.until_found(selector, format!("=== {count}"))
    }

    #[track_caller]
    fn until_found(&self, selector: &str, is_so: String) -> impl Future<Output = ()> {
        let selector = json!(selector);
        let script = format!("return document.querySelectorAll({selector}).length {is_so};");
        let (page, waited) = (self.page, Location::caller());
        async move { page.until_is_at(PATIENCE, waited, &script, json!(true)).await }
    }

    /// What the previews show that stand in an element.
    pub(super) async fn previews(&self, selector: &str) -> Vec<Value> {
        let found = self.page.run(READ_PREVIEWS, vec![json!(selector)]).await;
        found.as_array().cloned().expect("a list of previews")
    }

    /// Waits until every preview in an element has a text.
    pub(super) async fn until_all_previewed(&self, selector: &str, text: &str) {
        let script = format!(
            "const all = [...document.querySelectorAll({} + ' iframe')];
            return all.length > 0 && all.every((one) => one.contentDocument.body.textContent.includes({}));",
            json!(selector),
            json!(text)
        );
        self.page.until_true(&script).await;
    }

    /// Waits until the first preview in an element has a text.
    pub(super) async fn until_previewed(&self, selector: &str, text: &str) {
        let script = format!(
            "return document.querySelector({} + ' iframe')?.contentDocument.body.textContent.includes({}) === true;",
            json!(selector),
            json!(text)
        );
        self.page.until_true(&script).await;
    }
}

fn texts_of(selector: &str) -> String {
    let selector = json!(selector);
    format!(
        "return [...document.querySelectorAll({selector})].map((one) => one.textContent.trim());"
    )
}

/// The field of a text.
pub(super) fn field(key: &str, locale: &str) -> String {
    format!("[data-key='{key}'] [data-locale='{locale}'] textarea")
}
