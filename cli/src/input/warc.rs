//! WARC: the archives of web crawls (ISO 28500), CC-NEWS among them.
//!
//! Of the records, responses with a web page, resources and conversions (the plain text of WET files) are articles; requests, pictures,
//! redirections and the rest are counted and passed over. When a page was fetched is not when it was published.

use super::fields::is_address;
use copydesk_core::reader::{Articles, Draft, Fault, Likeness, Opened, Reader, decode, reason};
use copydesk_core::{Stated, register};
use fastwarc::stream_io::brotli::BrotliReader;
use fastwarc::stream_io::bufread::TrackingBufReader;
use fastwarc::stream_io::chunked::ChunkedReader;
use fastwarc::stream_io::gzip::{GzipReader, GzipReaderOptions, MAX_WBITS};
use fastwarc::stream_io::zstd::ZstdReader;
use fastwarc::warc::header::{HeaderMap, WarcHeader};
use fastwarc::warc::iter::{ArchiveIterator, ArchiveIteratorOptions};
use fastwarc::warc::record::{AutoDecode, WarcRecord, WarcRecordType};
use serde_json::Value;
use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom};

/// The reader of archives.
struct Warc;

/// The longest body of a record that is read, in bytes. Pages of news have some hundred kilobytes; what is longer is a film.
const LONGEST_BODY: u64 = 64 << 20;

/// Headers of a record are at most so long, in bytes; some servers send cookies of kilobytes.
const LONGEST_HEADERS: usize = 256 << 10;

impl Reader for Warc {
    fn extensions(&self) -> &'static [&'static str] {
        &["warc", "warc.lz4", "wet"]
    }

    fn recognises(&self, head: &[u8]) -> Likeness {
        if head.starts_with(b"WARC/") { Likeness::Certain } else { Likeness::None }
    }

    fn articles(&self, file: Opened) -> Articles {
        let Opened { name, path, bytes } = file;
        let options = ArchiveIteratorOptions {
            // Which payloads are worth parsing is decided record by record.
            parse_http: false,
            // Crawls of old end the lines of their headers in LF alone.
            quirks_mode: true,
            max_header_len: LONGEST_HEADERS,
            ..ArchiveIteratorOptions::default()
        };
        let archive = ArchiveIterator::with_options(TrackingBufReader::new(Forward { bytes, at: 0 }), options);
        Box::new(Records { name, path, archive: Some(archive), record: 0, cut: None })
    }
}

/// The records of an archive.
struct Records {
    name: String,
    path: String,
    /// Nothing more can be read where it is gone.
    archive: Option<ArchiveIterator>,
    /// The number of the record, counted from 1.
    record: u64,
    /// That the archive breaks off in the record that was given last.
    cut: Option<Fault>,
}

impl Iterator for Records {
    type Item = Result<Draft, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(fault) = self.cut.take() {
            self.archive = None;
            return Some(Err(fault));
        }
        let record = match self.archive.as_mut()?.next() {
            Some(Ok(record)) => record,
            // Asked once more behind the last record, the archive's reader would call its end a fault.
            None => {
                self.archive = None;
                return None;
            }
            Some(Err(error)) => {
                self.archive = None;
                let place = format!("{}, after record {}", self.path, self.record);
                return Some(Err(Fault::file(place, format!("the archive can't be read on: {}", reason(&error)))));
            }
        };
        self.record += 1;
        let mut record = record.borrow_mut();
        let place = format!("{}, record {} at byte {}", self.path, self.record, record.stream_pos());
        let id = format!("{}:{}", self.name, self.record);
        let (draft, cut) = match draft(&mut record, &place) {
            Ok(read) => read,
            Err(fault) => return Some(Err(fault)),
        };
        self.cut = cut.map(|reason| Fault::file(&place, reason));
        Some(Ok(Draft { id, other: place, ..draft }))
    }
}

/// A record as an article; and if it breaks off, how.
fn draft(record: &mut WarcRecord, place: &str) -> Result<(Draft, Option<String>), Fault> {
    let kind = record.record_type();
    if !matches!(kind, WarcRecordType::Response | WarcRecordType::Resource | WarcRecordType::Conversion) {
        return Err(Fault::ignored(place, format!("a record of type {}", kind.as_str())));
    }
    let broken = |error: io::Error| Fault::line(place, format!("the record can't be read: {}", reason(&error)));
    record.parse_http_with_opts(AutoDecode::None, LONGEST_HEADERS, true).map_err(broken)?;
    let mut stated = Vec::new();
    let headers = record.http_headers();
    let of_record = |name: &str| record.headers().get(name).map(|value| value.trim().to_owned());
    let kind_of_content = match headers {
        Some(headers) => {
            if let Some(status) = headers.status_code().filter(|status| *status != 200) {
                return Err(Fault::ignored(place, format!("a response with status {status}")));
            }
            stated.extend(header(headers, "Last-Modified"));
            stated.extend(header(headers, "Content-Language"));
            headers.get("Content-Type").map(|kind| kind.to_ascii_lowercase())
        }
        None => of_record(WarcHeader::ContentType.as_str()).map(|kind| kind.to_ascii_lowercase()),
    };
    let kind_of_content = kind_of_content.unwrap_or_default();
    let is_text = kind_of_content.starts_with("text/plain");
    if !is_text && !kind_of_content.contains("html") && !kind_of_content.is_empty() {
        return Err(Fault::ignored(place, format!("content of type {kind_of_content}")));
    }
    let charset = record.http_charset().map(|charset| charset.trim_matches('"').to_owned());
    let url = of_record(WarcHeader::WarcTargetUri.as_str());
    let url = url.map(|url| url.trim_matches(['<', '>']).to_owned()).filter(|url| is_address(url));
    let fetched = of_record(WarcHeader::WarcDate.as_str());
    let packed: Vec<String> = ["Transfer-Encoding", "Content-Encoding"]
        .iter()
        .filter_map(|name| record.http_headers()?.get(*name))
        .flat_map(|list| list.split(',').map(|coding| coding.trim().to_ascii_lowercase()).collect::<Vec<_>>())
        .collect();
    let expected = record.content_length();

    let payload = record.reader_mut().ok_or_else(|| Fault::line(place, "the record has no body"))?;
    let (body, end) = read_most(payload);
    let cut = match end {
        Err(error) if body.is_empty() => return Err(broken(error)),
        Err(error) => Some(format!("the archive is cut off in this record: {}", reason(&error))),
        Ok(()) if body.len() as u64 > LONGEST_BODY => {
            return Err(Fault::line(place, format!("the body of a record may have at most {LONGEST_BODY} bytes")));
        }
        Ok(()) => {
            let missing = expected.saturating_sub(body.len() as u64);
            let said = format!("the archive is cut off in this record: {missing} of {expected} bytes are missing");
            (missing > 0).then_some(said)
        }
    };
    let body = unpacked(body, &packed);
    let mut draft = if is_text {
        let decoded =
            decode(place, body, charset.as_deref()).map_err(|binary| Fault::line(place, binary.to_string()))?;
        let warnings = decoded.warning.map(|warning| format!("{place}: {warning}")).into_iter().collect();
        Draft { text: decoded.text, source: Some(decoded.source), warnings, ..Draft::default() }
    } else {
        copydesk_html::page(place, body, charset.as_deref()).map_err(|fault| Fault::line(fault.place, fault.reason))?
    };
    if let Some(markup) = &mut draft.markup {
        stated.append(&mut markup.stated);
        markup.stated = stated;
    }
    draft.meta.url = url.or(draft.meta.url);
    if let Some(fetched) = fetched {
        draft.meta.extra.insert("fetched".to_owned(), Value::String(fetched));
    }
    Ok((draft, cut))
}

/// Reads until the end, the bound, or a fault; what was read before a fault is given with it.
fn read_most(from: &mut impl Read) -> (Vec<u8>, io::Result<()>) {
    let mut body = Vec::new();
    // `read_to_end` keeps what it has read before the fault.
    let end = from.take(LONGEST_BODY + 1).read_to_end(&mut body).map(drop);
    (body, end)
}

/// The body without the codings that its headers name, the last one first. Most archives hold bodies that were decoded already while
/// their headers still tell of the coding: what does not decode is left as it is.
fn unpacked(mut body: Vec<u8>, codings: &[String]) -> Vec<u8> {
    for coding in codings.iter().rev() {
        let packed = Cursor::new(body.clone());
        let (plain, end) = match coding.as_str() {
            "chunked" => read_most(&mut ChunkedReader::new(packed)),
            "gzip" | "x-gzip" => read_most(&mut GzipReader::new(packed)),
            "deflate" => {
                let options = GzipReaderOptions { window_bits: MAX_WBITS, ..GzipReaderOptions::default() };
                read_most(&mut GzipReader::with_options(packed, options))
            }
            "br" => read_most(&mut BrotliReader::new(packed)),
            "zstd" => read_most(&mut ZstdReader::new(packed)),
            _ => continue,
        };
        if !plain.is_empty() && (end.is_ok() || plain.len() > body.len()) {
            body = plain;
        }
    }
    body
}

/// A header of the response, as what the page states of itself. It has no place in the page.
fn header(headers: &HeaderMap, name: &str) -> Option<Stated> {
    let value = headers.get(name)?.trim().to_owned();
    Some(Stated { key: format!("http:{}", name.to_ascii_lowercase()), value, place: 0..0 })
}

/// A stream that can be read on but not back, as the archive's reader wants it.
struct Forward {
    bytes: Box<dyn BufRead + Send>,
    at: u64,
}

impl Read for Forward {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(into)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Forward {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match to {
            SeekFrom::Current(0) => Ok(self.at),
            SeekFrom::Start(at) if at == self.at => Ok(self.at),
            _ => Err(io::Error::from(io::ErrorKind::Unsupported)),
        }
    }
}

register! {
    /// WARC, the archives of web crawls: responses with a web page, resources and conversions are articles.
    reader "warc" Warc
}
