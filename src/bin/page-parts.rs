//! Writes the parts of the page that are made from the knowledge at build time:
//! the first question, the failure screen and the notice of newer knowledge as ready markup, the packed
//! wording, and the manifest by which a phone installs the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use clap::Parser;
use futures_executor::block_on;
use loan_checkup::engine::{Date, Rulebook};
use loan_checkup::knowledge::{self, Folder};
use loan_checkup::ready::{ReadyScreens, first_screen, key_catalogue, ready_markup};
use loan_checkup::widget::Kit;
use loan_checkup::widget::static_markup::{Advice, AdviceProps, Failure, Keeping, StaticProps};
use loan_checkup::wording::{Catalogue, ui};
use serde_json::json;
use yew::{BaseComponent, LocalServerRenderer};

/// The locale of the stand-alone page.
const LOCALE: &str = "zh-CN";

/// The page's style, which has its colours.
const STYLE: &str = include_str!("../../www/checkup.css");

/// What old engines need besides, after it.
const OLD_ENGINES: &str = include_str!("../../www/old-engines.css");

/// The page online, whose place for the checkup the page in one file has too.
const PAGE: &str = include_str!("../../index.html");

/// The names that a host may set, each with what stands for it in the element's markup.
const NAMES: [(&str, &str); 3] =
    [("product", "{product}"), ("lender", "{lender}"), ("hotline", "{hotline}")];

/// The custom property for the colour behind everything, first light, then dark.
const SURFACE: &str = "--checkup-surface: ";

/// Writes the parts of the page that are made from the knowledge at build time.
#[derive(Parser)]
#[command(name = "page-parts", version)]
struct Arguments {
    /// The folder for the markup
    parts: PathBuf,
    /// The folder for the packed wordings and the manifest
    dist: PathBuf,
}

fn main() -> ExitCode {
    let Arguments { parts, dist } = Arguments::parse();
    match make(&parts, &dist) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn make(parts: &Path, dist: &Path) -> Result<(), String> {
    let files = Folder::read(Path::new("knowledge")).map_err(|error| error.to_string())?;
    let knowledge = knowledge::load(&files, None).map_err(|problems| {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    })?;
    let rulebook = Rc::new(knowledge.rulebook);
    let ready = ReadyScreens::new(&rulebook).map_err(|problem| problem.to_string())?;
    for catalogue in knowledge.catalogues {
        let file = |ending| format!("{}.{ending}", catalogue.locale());
        write(&dist.join("wording"), &file("txt"), &catalogue.pack(&rulebook))?;
        write(&parts.join("shell"), &file("html"), &shell(&rulebook, &ready, &catalogue)?)?;
        write(
            &parts.join("file"),
            &file("html"),
            &file_page(&rulebook, &ready, catalogue.clone())?,
        )?;
        write(&parts.join("keeping"), &file("html"), &keeping(&rulebook, &catalogue)?)?;
        if catalogue.locale() == LOCALE {
            let keys = key_catalogue(&catalogue);
            write(&parts.join("shell"), "keys.html", &shell(&rulebook, &ready, &keys)?)?;
            let catalogue = catalogue.with_names(&[])?;
            write(dist, "manifest.webmanifest", &manifest(&catalogue))?;
            make_page(parts, &rulebook, &ready, catalogue)?;
        }
    }
    let version = json!({
        "program": env!("CARGO_PKG_VERSION"),
        "rulebook": *rulebook.version,
        "hash": *rulebook.hash,
    });
    write(parts, "version.json", &version.to_string())
}

/// What stands in the stand-alone page before any script.
fn make_page(
    parts: &Path,
    rulebook: &Rc<Rulebook>,
    ready: &ReadyScreens,
    catalogue: Catalogue,
) -> Result<(), String> {
    write(parts, "checkup.css", &[STYLE, OLD_ENGINES].join("\n"))?;
    write(parts, "title.html", &title(&catalogue))?;
    let hotline = default_of(&catalogue, "hotline");
    write(parts, "newer.html", &newer(&catalogue))?;
    let kit = kit(rulebook, catalogue);
    write(parts, "no-script.html", &no_script(&kit, true))?;
    write(parts, "failure.html", &failure(&kit, true))?;
    write(parts, "keeping.html", &render::<Keeping>(StaticProps { kit: kit.clone() }))?;
    write(parts, "ready.html", &ready_markup(&kit, ready, &hotline)?)?;
    write(parts, "first-screen.html", &first_screen(&kit))
}

/// What stands in the single file before any script, in one locale: the page's own parts, and advice for where no
/// script runs or the program fails.
fn file_page(
    rulebook: &Rc<Rulebook>,
    ready: &ReadyScreens,
    catalogue: Catalogue,
) -> Result<String, String> {
    let catalogue = catalogue.with_names(&[])?;
    let title = title(&catalogue);
    let hotline = default_of(&catalogue, "hotline");
    let kit = kit(rulebook, catalogue);
    let (failure, no_script) = (failure(&kit, false), no_script(&kit, false));
    let keeping = render::<Keeping>(StaticProps { kit: kit.clone() });
    let (question, ready) = (first_screen(&kit), ready_markup(&kit, ready, &hotline)?);
    // With the same marks for recorders of sessions.
    let main = PAGE.split_inclusive('>').find(|tag| tag.contains(r#"<main id="checkup" "#));
    let main = main.ok_or("index.html has no place for the checkup")?.trim_start();
    Ok(format!(
        "<head>{title}</head><body>{main}{question}</main>\
         <main id=\"checkup-failure\" class=\"frame\" hidden>{failure}</main>\
         <footer id=\"keeping\" class=\"frame\" hidden>{keeping}</footer>\
         {ready}{no_script}</body>"
    ))
}

/// What the custom element shows before the program arrives, and where it does not: a page that it loads.
/// The names and texts are put in by the element, because the host may set them.
fn shell(
    rulebook: &Rc<Rulebook>,
    ready: &ReadyScreens,
    catalogue: &Catalogue,
) -> Result<String, String> {
    let kit = kit(rulebook, catalogue.clone().with_names(&NAMES)?);
    let failure = render::<Failure>(StaticProps { kit: kit.clone() });
    let (question, ready) = (first_screen(&kit), ready_markup(&kit, ready, "{hotline}")?);
    let names = NAMES.map(|(name, _)| format!(" data-{name}=\"{}\"", default_of(catalogue, name)));
    Ok(format!(
        "<!doctype html><meta charset=\"utf-8\"><body{}>{question}{failure}{ready}",
        names.concat()
    ))
}

/// A name that a host may set, where it sets none.
fn default_of(catalogue: &Catalogue, name: &str) -> Rc<str> {
    catalogue.slot("placeholder", name, "default")
}

/// What the custom element shows where it may keep answers: a page that it loads.
fn keeping(rulebook: &Rc<Rulebook>, catalogue: &Catalogue) -> Result<String, String> {
    let kit = kit(rulebook, catalogue.clone().with_names(&[])?);
    let control = render::<Keeping>(StaticProps { kit });
    Ok(format!("<!doctype html><meta charset=\"utf-8\">{control}"))
}

fn kit(rulebook: &Rc<Rulebook>, catalogue: Catalogue) -> Kit {
    Kit { rulebook: Rc::clone(rulebook), catalogue: Rc::new(catalogue), day: Date::FIRST }
}

/// The failure screen of a page of its own, with advice.
fn failure(kit: &Kit, is_short: bool) -> String {
    render::<Failure>(StaticProps { kit: kit.clone() }) + &advice(kit, is_short)
}

fn advice(kit: &Kit, is_short: bool) -> String {
    render::<Advice>(AdviceProps { kit: kit.clone(), is_short })
}

/// What is said where no script runs: why it does not work, the warning of fraud, and advice.
fn no_script(kit: &Kit, is_short: bool) -> String {
    let [why, safe] = [ui::FAILURE_NO_SCRIPT, ui::FAILURE_SAFE].map(|key| kit.ui(key));
    let advice = advice(kit, is_short);
    format!(
        "<noscript><div class=\"checkup\"><p>{why}</p><p class=\"note\">{safe}</p></div>{advice}</noscript>"
    )
}

/// Stands hidden in the page until there is newer knowledge.
fn newer(catalogue: &Catalogue) -> String {
    let [text, button] = [ui::PAGE_NEWER, ui::PAGE_USE_NEWER].map(|key| catalogue.ui(key));
    format!(
        "<div class=\"checkup\" id=\"checkup-newer\" hidden><p class=\"hint\">{text}</p>\
         <div class=\"navigation\"><button class=\"button button--quiet\" type=\"button\">{button}</button></div></div>"
    )
}

fn title(catalogue: &Catalogue) -> String {
    let [light, dark] = surfaces();
    format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">\
         <meta name=\"theme-color\" content=\"{light}\" media=\"(prefers-color-scheme:light)\">\
         <meta name=\"theme-color\" content=\"{dark}\" media=\"(prefers-color-scheme:dark)\">",
        catalogue.ui(ui::PAGE_TITLE),
        catalogue.ui(ui::PAGE_DESCRIPTION)
    )
}

/// By which a phone puts the page among its applications.
fn manifest(catalogue: &Catalogue) -> String {
    let [light, _] = surfaces();
    let icon = |name: &str, size: u32, purpose: &str| {
        json!({
            "src": format!("icons/{name}-{size}.png"),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    json!({
        "name": *catalogue.ui(ui::PAGE_TITLE),
        "short_name": *catalogue.ui(ui::PAGE_NAME),
        "description": *catalogue.ui(ui::PAGE_DESCRIPTION),
        "lang": catalogue.locale(),
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": light,
        "background_color": light,
        "icons": [icon("round", 192, "any"), icon("round", 512, "any"), icon("full", 512, "maskable")],
    })
    .to_string()
}

/// The colour behind everything, light and dark.
fn surfaces() -> [&'static str; 2] {
    let mut found = STYLE.split(SURFACE).skip(1).map(|rest| rest.split(';').next().unwrap_or(""));
    [(); 2].map(|()| found.next().expect("the style has a light and a dark surface"))
}

fn render<C: BaseComponent>(props: C::Properties) -> String {
    block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = folder.join(name);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, text))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}
