use std::rc::Rc;

use yew::prelude::*;

use crate::knowledge::Folder;
use crate::lab::HandIn;
use crate::lab::drafts::{changed_files, patch, write_draft};
use crate::lab::page::button::{button, button_if};
use crate::lab::page::desk::Desk;
use crate::lab::page::transfer::download;

/// The name of the patch.
const PATCH: &str = "loan-checkup-wording.patch";

/// The name of a draft's file: signs that file systems do not take are left out.
fn draft_file(name: &str) -> String {
    let taken = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let name: String = name.chars().map(|c| if c == ' ' { '-' } else { c }).filter(taken).collect();
    let name = if name.is_empty() { "draft" } else { &name };
    format!("{name}.loan-checkup-draft.json")
}

/// Saves the draft as a file, which always works.
pub(super) fn save_draft(desk: &Desk) -> Html {
    let state = Rc::clone(&desk.state);
    let save = Callback::from(move |_: MouseEvent| {
        let draft = state.drafting.bench.draft();
        download(&draft_file(draft.name()), &write_draft(draft));
    });
    button("", "save-draft", desk.say("hand-in.save-draft"), save)
}

/// The files that can be taken away. The draft always can; patch and wording only where nothing speaks against them.
pub(super) fn downloads(desk: &Desk, found: Option<&HandIn>) -> Html {
    let folder = found.and_then(|found| found.folder.clone()).map(Rc::new);
    let ready = folder.filter(|_| !desk.state.drafting.changes.is_empty());
    html! {
        <>
            <p class="hand-in__ways" data-lab="downloads">
                { patch_button(desk, ready.as_ref()) }
                { for ready.iter().map(|folder| file_buttons(desk, folder)) }
            </p>
            <p class="quiet">{ desk.say("hand-in.patch-help") }</p>
            <p class="hand-in__ways">
                { save_draft(desk) }
                <span class="quiet">{ desk.say("hand-in.save-draft-help") }</span>
            </p>
        </>
    }
}

fn patch_button(desk: &Desk, folder: Option<&Rc<Folder>>) -> Html {
    let (base, edited) = (desk.state.base.clone(), folder.cloned());
    let save = Callback::from(move |_: MouseEvent| {
        if let Some(edited) = &edited {
            download(PATCH, &patch(&base.folder, edited));
        }
    });
    let (is_ready, label) = (folder.is_some(), desk.say("hand-in.patch"));
    button_if(is_ready, "button--main", "download-patch", label, save)
}

fn file_buttons(desk: &Desk, folder: &Rc<Folder>) -> Html {
    let changed = changed_files(&desk.state.base.folder, folder).into_iter();
    let buttons = changed.filter_map(|(path, _, text)| {
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        let text = text?.to_owned();
        let onclick = Callback::from(move |_: MouseEvent| download(&name, &text));
        Some(html! {
            <button type="button" class="button" data-action="download-file" data-file={path.to_owned()} {onclick}>
                { desk.say_with("hand-in.file", &[("file", &path)]) }
            </button>
        })
    });
    html! { <>{ for buttons }</> }
}
