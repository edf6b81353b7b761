use strum::{IntoStaticStr, VariantArray};

/// How wide the screen is that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Width {
    #[default]
    Phone,
    Desktop,
}
