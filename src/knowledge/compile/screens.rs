use crate::engine::{Form, Row, Screen};
use crate::knowledge::names::Names;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::{Placed, Raw, RawForm, RawScreen};

/// Makes the screens.
pub(super) fn screens(raw: &Raw, names: &Names, problems: &mut Problems) -> Vec<Screen> {
    raw.screens.iter().map(|screen| one_screen(screen, names, problems)).collect()
}

fn one_screen(raw: &Placed<RawScreen>, names: &Names, problems: &mut Problems) -> Screen {
    let (place, value) = (&raw.place, &raw.value);
    let form = match value.form {
        RawForm::Full => Form::Full(
            value.questions.iter().filter_map(|id| names.question(id, place, problems)).collect(),
        ),
        RawForm::List => {
            let mut rows = Vec::new();
            for row in &value.rows {
                let ticked = names.option(&row.question, &row.option, place, problems);
                let empty = names.option(&row.question, &row.otherwise, place, problems);
                if let (Some((question, option)), Some((_, otherwise))) = (ticked, empty) {
                    rows.push(Row { question, option, otherwise });
                }
            }
            Form::List(rows)
        }
    };
    Screen { id: value.id.as_str().into(), place: value.place, form }
}
