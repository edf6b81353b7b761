//! The seam to JavaScript: how a page starts the widget, tells it something, and hears of it.

mod host;
mod json;
mod mounted;
mod page_settings;
pub(crate) mod snapshot;

pub use host::Host;
pub use mounted::{Mounted, mount};
use page_settings::PageSettings;
