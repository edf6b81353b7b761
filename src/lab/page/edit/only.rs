use strum::{EnumString, IntoStaticStr, VariantArray};

/// Which texts are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(in crate::lab::page) enum Only {
    #[default]
    All,
    Changed,
    Errors,
    Warnings,
    Never,
}
