//! Where the output goes: standard output, or a file that appears when it is whole.

use anyhow::{Context, Result};
use std::fs::{self, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Standard output or a file.
pub enum Output {
    /// Written through as it comes.
    Stream(BufWriter<Box<dyn Write>>),
    /// Written beside the file, and moved over it at the end: who reads the file meanwhile, or stops the run, finds the old one.
    File(BufWriter<NamedTempFile>, PathBuf),
}

impl Output {
    /// Opens the file, or standard output.
    ///
    /// # Errors
    /// Where the folder can't be written to.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            return Ok(Self::Stream(BufWriter::new(Box::new(io::stdout()))));
        };
        let failed = || format!("{}: can't be written", path.display());
        // Through a link the file behind it is written.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let there = fs::metadata(&path).ok();
        if there.as_ref().is_some_and(|there| !there.is_file()) {
            // A device or a pipe can't be moved over.
            let file = fs::OpenOptions::new().write(true).open(&path).with_context(failed)?;
            return Ok(Self::Stream(BufWriter::new(Box::new(file))));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".copydesk-").suffix(".part");
        if let Some(permissions) = there.map(|there| there.permissions()).or_else(usual) {
            builder.permissions(permissions);
        }
        Ok(Self::File(BufWriter::new(builder.tempfile_in(folder).with_context(failed)?), path))
    }

    /// The file that is removed when the run is given up.
    pub fn part(&self) -> Option<PathBuf> {
        match self {
            Self::Stream(_) => None,
            Self::File(part, _) => Some(part.get_ref().path().to_owned()),
        }
    }

    /// Writes out what is left, and moves the file to its place.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn finish(self) -> Result<()> {
        match self {
            Self::Stream(mut stream) => stream.flush()?,
            Self::File(part, path) => {
                let failed = || format!("{}: can't be written", path.display());
                let part = part.into_inner().map_err(io::IntoInnerError::into_error).with_context(failed)?;
                part.persist(&path).map_err(|error| error.error).with_context(failed)?;
            }
        }
        Ok(())
    }
}

/// What a new file may be used for: what the user's mask leaves of everything, not a temporary file's "by nobody else".
fn usual() -> Option<Permissions> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        Some(Permissions::from_mode(0o666))
    }
    #[cfg(not(unix))]
    None
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stream(stream) => stream.write(bytes),
            Self::File(part, _) => part.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.flush(),
            Self::File(part, _) => part.flush(),
        }
    }
}
