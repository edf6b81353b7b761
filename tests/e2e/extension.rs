//! Commands that a driver has beyond WebDriver.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use url::{ParseError, Url};

/// A command that is posted to a driver.
#[derive(Debug)]
pub(crate) struct Extension {
    /// Below the session.
    pub(crate) path: &'static str,
    /// JSON.
    pub(crate) body: String,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.clone()))
    }
}
