use serde::Deserialize;

use super::packed::packed;

/// Whether a step is in the plan of every result whose answers it fits, whatever reasons are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is in a plan for its causes only.
    #[default]
    None,
    /// It is in every such plan, behind the other steps.
    Last,
    /// It is in every such plan, in front of everything else.
    First,
}

packed!(
    enum Standing {
        None,
        Last,
        First,
    }
);
