//! The mark is drawn in four places; the icons of the installed page are made of it.

use std::fs;

use crate::folder;

/// Where it is a file of its own.
const DRAWING: &str = "www/icon.svg";

#[test]
fn the_mark_is_the_same_everywhere_and_has_the_accent() {
    let drawing = read(DRAWING);
    assert_eq!(read("www/examples/icon.svg"), drawing);
    for page in ["index.html", "www/lab/lab.html"] {
        assert_eq!(inside(&read(page)), drawing.trim_end(), "{page}");
    }
    let style = read("www/checkup.css");
    let (_, accent) = style.split_once("--checkup-accent: ").expect("there is an accent");
    let fill = format!("fill=\"{}\"", &accent[.."#000000".len()]);
    assert!(drawing.contains(&fill), "no {fill} in {drawing}");
}

/// The mark that stands in a page as an address.
fn inside(page: &str) -> String {
    let (_, address) = page.split_once("data:image/svg+xml,").expect("the page has an icon");
    let (address, _) = address.split_once('"').expect("the address ends");
    address.replace("%3C", "<").replace("%3E", ">").replace("%23", "#").replace('\'', "\"")
}

fn read(path: &str) -> String {
    fs::read_to_string(folder::path(path)).expect("the file is there")
}
