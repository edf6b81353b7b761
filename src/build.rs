//! Reads and checks the knowledge folder and packs the rulebook for the program.

// The build script uses a part of what these modules offer.
#[allow(dead_code, unused_imports, unreachable_pub)]
mod engine;
#[allow(dead_code, unused_imports, unreachable_pub)]
mod knowledge;
#[allow(dead_code, unused_imports, unreachable_pub)]
mod wording;

use std::path::Path;
use std::{env, fs, process};

use engine::Packed;
use knowledge::Folder;

fn main() {
    println!("cargo::rerun-if-changed=knowledge");
    println!("cargo::rerun-if-changed=src/engine");
    println!("cargo::rerun-if-changed=src/knowledge");
    println!("cargo::rerun-if-changed=src/wording");
    let folder = Folder::read(Path::new("knowledge")).unwrap_or_else(|error| {
        fail(&format!("the knowledge folder cannot be read: {error}"));
    });
    let knowledge = knowledge::load(&folder, None).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        fail(&lines.join("\n"));
    });
    println!("cargo::rustc-env=RULEBOOK_HASH={}", knowledge.rulebook.hash);
    let mut packed = Vec::new();
    knowledge.rulebook.pack(&mut packed);
    let directory = env::var_os("OUT_DIR").unwrap_or_default();
    if let Err(error) = fs::write(Path::new(&directory).join("rulebook.bin"), packed) {
        fail(&format!("the packed rulebook cannot be written: {error}"));
    }
}

fn fail(message: &str) -> ! {
    eprintln!("{message}");
    process::exit(1);
}
