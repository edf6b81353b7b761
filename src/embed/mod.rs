//! The seam to JavaScript: how a page starts the widget, tells it something, and hears of it.

mod early_touch;
mod host;
mod json;
mod mounted;
mod page_settings;
mod snapshot;

use early_touch::EarlyTouch;
pub use host::Host;
pub use mounted::{Mounted, mount};
use page_settings::PageSettings;
