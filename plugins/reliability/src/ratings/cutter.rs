//! Cuts a row of a list into its cells.

/// A row of more cells is none.
pub const MOST_CELLS: usize = 64;
/// The header is looked at for the separator; so many bytes of it are enough.
const HEADER: usize = 4096;

/// Cuts a row into its cells.
pub struct Cutter {
    parser: csv_core::Reader,
    /// The cells' bytes, one behind the other, and where each ends.
    output: Vec<u8>,
    ends: [usize; MOST_CELLS + 1],
    cells: Vec<String>,
}

impl Default for Cutter {
    fn default() -> Self {
        Self { parser: csv_core::Reader::new(), output: Vec::new(), ends: [0; MOST_CELLS + 1], cells: Vec::new() }
    }
}

impl Cutter {
    /// Finds what separates the cells: of comma, semicolon and tab the one that the first row has most of.
    pub fn separate(&mut self, first: &str) {
        let mut counts = [(0, b','), (0, b';'), (0, b'\t')];
        let mut quoted = false;
        for byte in first.bytes().take(HEADER) {
            quoted ^= byte == b'"';
            if let Some((count, _)) = counts.iter_mut().find(|(_, mark)| *mark == byte && !quoted) {
                *count += 1;
            }
        }
        // Of equals the comma, which stands first.
        let best = counts.into_iter().rev().max_by_key(|(count, _)| *count);
        self.parser = csv_core::ReaderBuilder::new().delimiter(best.map_or(b',', |(_, mark)| mark)).build();
    }

    /// Cuts a row, which ends with a line's end.
    pub fn cut(&mut self, row: &str) -> &[String] {
        self.cells.clear();
        self.parser.reset();
        self.output.resize(row.len() + 1, 0);
        let (_, _, _, ends) = self.parser.read_record(row.as_bytes(), &mut self.output, &mut self.ends);
        let mut start = 0;
        for end in self.ends.iter().take(ends) {
            let cell = self.output.get(start..*end).unwrap_or_default();
            self.cells.push(String::from_utf8_lossy(cell).into_owned());
            start = *end;
        }
        &self.cells
    }

    /// The cells of the row that was cut last.
    pub fn cells(&self) -> &[String] {
        &self.cells
    }
}
