//! Compressed files: gzip and Zstandard are told by their first bytes and unpacked as they are read.

use std::io::{self, BufReader, Read};

/// The first bytes of a gzip member.
const GZIP: &[u8] = b"\x1f\x8b\x08";
/// The first bytes of a Zstandard frame.
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";
/// The ends of compressed files' names.
pub const EXTENSIONS: [&str; 2] = ["gz", "zst"];

/// The bytes of a file that begins with `head`, unpacked where they are packed. Members and frames that were joined are read to
/// the last.
pub fn unpack(head: &[u8], raw: Box<dyn Read + Send>) -> io::Result<Box<dyn Read + Send>> {
    if head.starts_with(GZIP) {
        return Ok(Box::new(flate2::bufread::MultiGzDecoder::new(BufReader::new(raw))));
    }
    if head.starts_with(ZSTD) {
        return unpack_zstd(raw);
    }
    Ok(raw)
}

/// Whether a file that begins so is packed.
pub fn is_packed(head: &[u8]) -> bool {
    head.starts_with(GZIP) || head.starts_with(ZSTD)
}

#[cfg(feature = "zstd")]
fn unpack_zstd(raw: Box<dyn Read + Send>) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(zstd::stream::read::Decoder::new(raw)?))
}

#[cfg(not(feature = "zstd"))]
fn unpack_zstd(_: Box<dyn Read + Send>) -> io::Result<Box<dyn Read + Send>> {
    Err(io::Error::other("packed with Zstandard, which this build does not read (feature `zstd`)"))
}
