use std::fmt::Write;

use super::{
    BorrowerShare, Difference, DifferenceKind, Edit, Example, OtherCase, ReadSentence, RuleChange,
    Seen, Sentence, Sight,
};

/// How many lines a part of the report has at the most; the JSON has all of them.
const MOST_LINES: usize = 20;

/// How many cases that differ in the same way are named.
const MOST_CASES: usize = 5;

impl Difference {
    /// The difference for people; the JSON has all of it.
    #[must_use]
    pub fn report(&self) -> String {
        let mut text = String::new();
        let (old, new) = (&self.old, &self.new);
        line(&mut text, &format!("OLD {} ({})", old.version, old.hash));
        line(&mut text, &format!("NEW {} ({})", new.version, new.hash));
        line(&mut text, &format!("asked on {}", self.as_of));
        line(&mut text, &format!("results: {}", self.method));
        line(&mut text, &format!("interviews: {}", self.interviews));
        if self.is_empty {
            line(&mut text, "\nNo difference: everybody sees the same.");
            return text.trim_end().to_owned();
        }
        self.write_changes(&mut text);
        self.write_sentences(&mut text);
        self.write_shares(&mut text);
        self.write_moves(&mut text);
        self.write_set_aside(&mut text);
        self.write_cases(&mut text);
        for seen in &self.kinds {
            if let Some(example) = &seen.example {
                write_example(&mut text, seen.kind, example);
            }
        }
        text.trim_end().to_owned()
    }

    fn write_changes(&self, text: &mut String) {
        part(text, "Rules changed", self.changes.iter().map(changed));
    }

    fn write_sentences(&self, text: &mut String) {
        part(text, "Sentences changed", self.sentences.iter().map(sentence));
    }

    fn write_shares(&self, text: &mut String) {
        line(text, "\nWho would see something else");
        let names: Vec<&str> = self.any.by_symptom.keys().map(String::as_str).collect();
        write_row(text, "", "all", names.iter().map(|name| ((*name).to_owned(), name.len())));
        let write = |text: &mut String, title: &str, share: &BorrowerShare| {
            let of = |name: &&str| share.by_symptom.get(*name).and_then(serde_json::Value::as_f64);
            let cells = names.iter().map(|name| (percent(of(name).unwrap_or(0.0)), name.len()));
            write_row(text, title, &percent(share.all), cells);
        };
        let (seen, unseen): (Vec<&Seen>, Vec<&Seen>) =
            self.kinds.iter().partition(|seen| seen.example.is_some());
        for seen in seen {
            write(text, seen.kind.meaning(), &seen.share);
        }
        write(text, "any of these in the result", &self.any);
        if !unseen.is_empty() {
            let kinds: Vec<&str> = unseen.iter().map(|seen| seen.kind.meaning()).collect();
            line(text, &format!("  seen by none: {}", kinds.join("; ")));
        }
        if self.missed_below > 0.0 {
            let below = percent(self.missed_below);
            line(text, &format!("  what fewer than {below} with a symptom see may be missed"));
        }
    }

    fn write_moves(&self, text: &mut String) {
        if self.moves.is_empty() {
            return;
        }
        line(text, "\nFrom which first reason to which, the largest");
        for one in &self.moves {
            let name = |id: &Option<String>| id.clone().unwrap_or_else(|| "none".to_owned());
            let (share, old, new) = (percent(one.share), name(&one.old), name(&one.new));
            line(text, &format!("  {share:>9}  {old} -> {new}"));
        }
    }

    fn write_set_aside(&self, text: &mut String) {
        let answers = self.set_aside.iter();
        let lines = answers.map(|(name, share)| format!("{name}, given by {}", percent(*share)));
        part(text, "Answers unknown to NEW", lines);
    }

    /// Cases that differ in the same way share a line.
    fn write_cases(&self, text: &mut String) {
        let mut alike: Vec<(&[DifferenceKind], Vec<&str>)> = Vec::new();
        for OtherCase { case, kinds } in &self.cases {
            match alike.iter_mut().find(|(others, _)| others == kinds) {
                Some((_, cases)) => cases.push(case),
                None => alike.push((kinds, vec![case])),
            }
        }
        if !alike.is_empty() {
            line(text, &format!("\nWorked cases that differ: {}", self.cases.len()));
        }
        for (kinds, cases) in alike {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.meaning()).collect();
            let more = cases.len().saturating_sub(MOST_CASES);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let names = cases[..cases.len().min(MOST_CASES)].join(", ");
            line(text, &format!("  {} with {}: {names}{more}", cases.len(), kinds.join("; ")));
        }
    }
}

/// A row of the table of shares; a cell comes with the width of its column's name.
fn write_row(
    text: &mut String,
    title: &str,
    all: &str,
    cells: impl Iterator<Item = (String, usize)>,
) {
    let _ = write!(text, "  {title:<42}{all:>9}");
    for (cell, width) in cells {
        let _ = write!(text, "  {cell:>width$}", width = width.max(9));
    }
    text.push('\n');
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// A part with the count of its lines; a long one is cut.
fn part(text: &mut String, title: &str, lines: impl ExactSizeIterator<Item = String>) {
    let count = lines.len();
    if count == 0 {
        return;
    }
    line(text, &format!("\n{title}: {count}"));
    for one in lines.take(MOST_LINES) {
        line(text, &format!("  {one}"));
    }
    if count > MOST_LINES {
        line(text, &format!("  and {} more, see --json", count - MOST_LINES));
    }
}

fn changed(change: &RuleChange) -> String {
    let RuleChange { kind, id, edit } = change;
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
    let after = |id: &Option<String>| {
        id.as_ref().map_or_else(|| "first".to_owned(), |id| format!("after {id}"))
    };
    // The settings of the whole have no id of their own.
    let kind = if kind == id { String::new() } else { format!("{kind} ") };
    match edit {
        Edit::Added => format!("{kind}{id}: added"),
        Edit::Removed => format!("{kind}{id}: removed"),
        Edit::Moved { old, new } => format!("{kind}{id}: from {} to {}", after(old), after(new)),
        Edit::Set { setting, old, new } => {
            format!("{kind}{id}: {setting}: {} -> {}", value(old), value(new))
        }
    }
}

fn sentence(read: &ReadSentence) -> String {
    let mut where_read = Vec::new();
    if read.on_results > 0.0 {
        where_read.push(format!("{} read it in the result", percent(read.on_results)));
    }
    if read.on_screens > 0.0 {
        where_read.push(format!("{} in the interview", percent(read.on_screens)));
    }
    if where_read.is_empty() {
        where_read.push("a text of the page, or read by none of these".to_owned());
    }
    texts(&read.sentence, &where_read.join(", "), "    ")
}

/// The key with who reads it and both texts; a text that is missing is left out.
fn texts(sentence: &Sentence, read: &str, indent: &str) -> String {
    let locale = sentence.locale.as_ref().map(|locale| format!(" [{locale}]")).unwrap_or_default();
    let text = |sign: &str, text: &Option<String>| {
        text.as_ref().map(|text| format!("\n{indent}{sign} {text}")).unwrap_or_default()
    };
    let (old, new) = (text("-", &sentence.old), text("+", &sentence.new));
    let read = if read.is_empty() { String::new() } else { format!(": {read}") };
    format!("{}{locale}{read}{old}{new}", sentence.key)
}

fn write_example(text: &mut String, kind: DifferenceKind, example: &Example) {
    line(text, &format!("\nFor example, {}", kind.meaning()));
    let answers = serde_json::to_string(&example.answers).unwrap_or_default();
    line(text, &format!("  answers: {answers}"));
    if !example.set_aside.is_empty() {
        line(text, &format!("  of which NEW does not know: {}", example.set_aside.join(", ")));
    }
    for part in seen(kind, "OLD", &example.old, &example.new) {
        line(text, &format!("  {part}"));
    }
    for part in seen(kind, "NEW", &example.new, &example.old) {
        line(text, &format!("  {part}"));
    }
    if let Some(sentence) = &example.sentence {
        line(text, &format!("  {}", texts(sentence, "", "    ")));
    }
}

/// As much of what is seen under one as the kind is about; of an interview what the other does not ask.
fn seen(kind: DifferenceKind, name: &str, sight: &Sight, other: &Sight) -> Vec<String> {
    let list = |ids: &[String]| if ids.is_empty() { "none".to_owned() } else { ids.join("; ") };
    match (sight, other) {
        (Sight::Result { plan, .. }, _)
            if matches!(kind, DifferenceKind::FirstStep | DifferenceKind::Plan) =>
        {
            vec![format!("{name}: steps: {}", list(plan))]
        }
        (Sight::Result { outcome, reasons, .. }, _) => {
            vec![format!("{name}: {outcome}: {}", list(reasons))]
        }
        (Sight::Interview { screens, first, asked }, Sight::Interview { asked: others, .. }) => {
            let only = asked.iter().filter(|id| !others.contains(id)).cloned();
            let only: Vec<String> = only.collect();
            let first = first.as_deref().unwrap_or("none");
            let mut lines = vec![format!("{name}: {screens} screens, first reason {first}")];
            if !only.is_empty() {
                lines.push(format!("{name}: asks besides: {}", list(&only)));
            }
            lines
        }
        (Sight::Interview { .. }, Sight::Result { .. }) => Vec::new(),
    }
}

/// A share in hundredths, exact enough to tell little from nothing.
fn percent(share: f64) -> String {
    match share * 100.0 {
        0.0 => "-".to_owned(),
        percent if percent < 0.01 => "< 0.01 %".to_owned(),
        percent if percent < 1.0 => format!("{percent:.2} %"),
        percent => format!("{percent:.1} %"),
    }
}
