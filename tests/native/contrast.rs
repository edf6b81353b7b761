//! Colours that can be told apart: text 7:1, everything else 4.5:1, in the shipped look and in the example themes.

// Contrast is a ratio of luminances; nothing in the product reckons so.
#![allow(clippy::float_arithmetic)]

use std::collections::BTreeMap;
use std::fs;

use crate::folder;

/// What is read on which ground.
const TEXT: [(&str, &[&str]); 7] = [
    ("text", &["surface", "raised", "accent-soft", "danger-soft", "caution-soft"]),
    ("text-soft", &["surface", "raised", "accent-soft", "danger-soft"]),
    ("accent", &["surface", "raised", "accent-soft", "danger-soft"]),
    ("on-accent", &["accent"]),
    ("caution", &["surface", "raised", "caution-soft"]),
    ("danger", &["surface", "danger-soft"]),
    ("on-danger", &["danger"]),
];

/// What is seen on which ground: borders of controls, and what bars are filled with.
const SHAPES: [(&str, &[&str]); 4] = [
    ("control", &["surface", "raised"]),
    ("accent", &["line"]),
    ("caution", &["line"]),
    ("text-soft", &["line"]),
];

/// Colours by the names of their custom properties.
type Palette = BTreeMap<String, [u8; 3]>;

#[test]
fn colours_can_be_told_apart_in_light_and_in_dark() {
    for file in ["www/checkup.css", "www/themes/bank.css", "www/themes/wallet.css"] {
        let text = fs::read_to_string(folder::path(file)).expect("the style is there");
        let palettes = palettes(&text);
        assert_eq!(palettes.len(), 3, "{file}: light, dark, and dark where it is set");
        assert_eq!(palettes[1], palettes[2], "{file}: dark is dark, whoever asks for it");
        assert_eq!(palettes[0].len(), palettes[1].len(), "{file}: a colour has no dark one");
        for palette in &palettes[..2] {
            check(file, palette, &TEXT, 7.0);
            check(file, palette, &SHAPES, 4.5);
        }
    }
}

fn check(file: &str, palette: &Palette, pairs: &[(&str, &[&str])], least: f64) {
    for (front, grounds) in pairs {
        for ground in *grounds {
            let contrast = contrast(palette[*front], palette[*ground]);
            assert!(contrast >= least, "{file}: {front} on {ground} has {contrast:.2}:1");
        }
    }
}

/// The blocks that set colours, in their order.
fn palettes(style: &str) -> Vec<Palette> {
    let blocks = style.split('{').map(|block| block.split('}').next().unwrap_or_default());
    blocks.map(palette).filter(|palette| palette.contains_key("surface")).collect()
}

fn palette(block: &str) -> Palette {
    let colour = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--checkup-")?.split_once(": #")?;
        let value = u32::from_str_radix(value.get(..6)?, 16).ok()?;
        let [_, rgb @ ..] = value.to_be_bytes();
        Some((name.to_owned(), rgb))
    };
    block.lines().filter_map(colour).collect()
}

/// The contrast as WCAG 2.2 defines it, from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let [one, other] = [luminance(one), luminance(other)];
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
