/// Writes JSON of texts: ids, amounts, versions.
#[derive(Default)]
pub(super) struct Json {
    written: String,
}

impl Json {
    /// Opens an object or a list.
    pub(super) fn open(&mut self, bracket: char) -> &mut Self {
        self.separate();
        self.written.push(bracket);
        self
    }

    /// Shuts an object or a list.
    pub(super) fn shut(&mut self, bracket: char) {
        self.written.push(bracket);
    }

    /// The name of what follows, in an object.
    pub(super) fn key(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.written.push(':');
        self
    }

    /// A text.
    #[inline(never)]
    pub(super) fn text(&mut self, plain: &str) {
        self.separate();
        self.written.push('"');
        for sign in plain.chars() {
            match sign {
                '"' | '\\' => self.written.push('\\'),
                // What JSON must not have inside a text, and no id, amount or version has.
                '\0'..' ' => continue,
                _ => {}
            }
            self.written.push(sign);
        }
        self.written.push('"');
    }

    /// Shuts the outermost bracket and gives all that was written.
    pub(super) fn close(mut self, bracket: char) -> String {
        self.shut(bracket);
        self.written
    }

    /// Puts a comma where one must stand.
    #[inline(never)]
    fn separate(&mut self) {
        if !self.written.is_empty() && !self.written.ends_with(['{', '[', ':']) {
            self.written.push(',');
        }
    }
}
