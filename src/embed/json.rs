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
            if sign < ' ' {
                self.written.push_str(if sign < '\u{10}' { "\\u000" } else { "\\u001" });
                self.written.extend(char::from_digit(u32::from(sign) % 16, 16));
                continue;
            }
            if matches!(sign, '"' | '\\') {
                self.written.push('\\');
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
