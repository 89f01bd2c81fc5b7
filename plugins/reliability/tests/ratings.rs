//! Lists of ratings as users have them, sound and broken.

// In a test a broken expectation is to panic, in its helping functions as well.
#![allow(clippy::unwrap_used)]

use copydesk_reliability::ratings::{Fault, Kind, Letter, Ratings};
use std::io::{self, BufReader, Read};

fn read(list: &[u8]) -> (Ratings, Vec<Fault>) {
    let (mut ratings, mut faults) = (Ratings::default(), Vec::new());
    ratings.read("list.csv", list, |fault| faults.push(fault)).unwrap();
    (ratings, faults)
}

fn lines(faults: &[Fault]) -> Vec<(u32, bool)> {
    faults.iter().map(|fault| (fault.line, fault.lost)).collect()
}

#[test]
fn our_own_columns() {
    let (ratings, faults) = read(
        b"match,kind,name,grade,score,class,note,url,asof\n\
          valmere-courier.example,domain,Valmere Courier,B,0.71,daily,\"Corrects, and says so\",https://r.example/1,2031-05\n\
          Kestrian Telegraph Agency,name,,D,,,,,\n\
          state-controlled,class,,e,,,,,\n",
    );
    assert_eq!(faults, []);
    let hit = ratings.of_domain("news.valmere-courier.example").unwrap();
    assert_eq!(
        (hit.place(), hit.kind, hit.matched.as_str()),
        ("list.csv:2".to_owned(), Kind::Domain, "valmere-courier.example")
    );
    assert_eq!((hit.grade, hit.score.as_deref()), (Some(Letter::B), Some("0.71")));
    assert_eq!(hit.note.as_deref(), Some("Corrects, and says so"));
    assert_eq!((hit.url.as_deref(), hit.asof.as_deref()), (Some("https://r.example/1"), Some("2031-05")));
    assert_eq!(ratings.of_name("the Kestrian Telegraph  Agency").unwrap().grade, Some(Letter::D));
    assert_eq!(ratings.of_class("state-controlled").unwrap().grade, Some(Letter::E));
    assert!(ratings.of_domain("courier.example").is_none());
    assert!(ratings.of_name("Valmere").is_none());
}

#[test]
fn columns_of_published_lists() {
    // Domain-quality ratings.
    let (ratings, faults) = read(b"domain,afm,pc1\nvalmere.example,0.1,0.83\norsen.example,,0.05\n");
    assert_eq!(faults, []);
    assert_eq!(ratings.of_domain("valmere.example").unwrap().grade, Some(Letter::A));
    assert_eq!(ratings.of_domain("orsen.example").unwrap().grade, Some(Letter::E));
    // Perennial sources.
    let (ratings, faults) = read(
        b"Source,Status,Last,Summary\nValmere Courier,Generally reliable,2031,Of record\nOrsen Star,Deprecated,2030,\n",
    );
    assert_eq!(faults, []);
    let hit = ratings.of_name("Valmere Courier").unwrap();
    assert_eq!(
        (hit.grade, hit.class.as_deref(), hit.note.as_deref()),
        (Some(Letter::B), Some("Generally reliable"), Some("Of record"))
    );
    assert_eq!(ratings.of_name("Orsen Star").unwrap().grade, Some(Letter::E));
    // The State Media Matrix: told by name and address alike.
    let (ratings, faults) = read(b"Region,Country,Media company,Main assets,URL,Typology,Status\nX,Kestria,KTA Group,KTA News,https://www.kta.example/en,SC,\n");
    assert_eq!(faults, []);
    assert_eq!(ratings.of_name("KTA News").unwrap().class.as_deref(), Some("SC"));
    assert_eq!(ratings.of_domain("kta.example").unwrap().line, 2);
}

#[test]
fn mark_semicolons_and_comma_decimals() {
    let (ratings, faults) = read("\u{feff}domain;score;note\r\nvalmere.example;0,73;gut\r\n".as_bytes());
    assert_eq!(faults, []);
    let hit = ratings.of_domain("valmere.example").unwrap();
    assert_eq!((hit.score.as_deref(), hit.grade, hit.note.as_deref()), (Some("0.73"), Some(Letter::B), Some("gut")));
    let (ratings, _) = read(b"domain\tgrade\nvalmere.example\tC\n");
    assert_eq!(ratings.of_domain("valmere.example").unwrap().grade, Some(Letter::C));
}

#[test]
fn no_header() {
    let (ratings, faults) = read(b"valmere.example,B,2031-05-06\norsen.example,D,2031-05-07\n");
    assert_eq!(lines(&faults), [(1, false)]);
    assert_eq!(ratings.of_domain("valmere.example").unwrap().asof.as_deref(), Some("2031-05-06"));
    assert_eq!(ratings.of_domain("orsen.example").unwrap().grade, Some(Letter::D));
    // A title above the header, or above the rows.
    let (ratings, faults) = read(b"Our list of outlets\n\ndomain,grade\nvalmere.example,B\n");
    assert_eq!(lines(&faults), [(1, false), (1, true)]);
    assert_eq!(ratings.of_domain("valmere.example").unwrap().line, 4);
    let (ratings, _) = read(b"Our list of outlets\nvalmere.example;B\n");
    assert_eq!(ratings.of_domain("valmere.example").unwrap().grade, Some(Letter::B));
    let (_, faults) = read(b"domain\nvalmere.example\norsen.example\n");
    assert_eq!(lines(&faults), [(2, true), (3, true)]);
    let (ratings, _) = read(b"valmere.example,0.66\n");
    assert_eq!(ratings.of_domain("valmere.example").unwrap().grade, Some(Letter::B));
}

#[test]
fn the_later_row_and_the_later_file_win() {
    let (mut ratings, faults) = read(b"domain,grade\nvalmere.example,A\norsen.example,B\nwww.Valmere.example,C\n");
    assert_eq!(lines(&faults), [(4, false)]);
    assert!(faults[0].to_string().starts_with("list.csv:4: rated before on line 2"), "{}", faults[0]);
    assert_eq!(ratings.of_domain("valmere.example").unwrap().line, 4);
    let mut faults = Vec::new();
    ratings.read("own.csv", "domain,grade\nvalmere.example,F\n".as_bytes(), |fault| faults.push(fault)).unwrap();
    assert_eq!(faults, []);
    let hit = ratings.of_domain("valmere.example").unwrap();
    assert_eq!((hit.place().as_str(), hit.grade), ("own.csv:2", Some(Letter::F)));
    assert_eq!(ratings.of_domain("orsen.example").unwrap().place(), "list.csv:3");
    assert_eq!(ratings.len(), 2);
}

#[test]
fn domains_of_any_script() {
    let (ratings, faults) = read("domain,grade\nquellstädter.example,B\nxn--bcher-kva.example,C\n".as_bytes());
    assert_eq!(faults, []);
    assert_eq!(ratings.of_domain("xn--quellstdter-r8a.example").unwrap().grade, Some(Letter::B));
    assert_eq!(ratings.of_domain("xn--bcher-kva.example").unwrap().grade, Some(Letter::C));
}

#[test]
fn malformed_rows_are_named_and_the_rest_is_used() {
    let mut list = b"domain,grade,note\na.example,A,\nb.example,Z,\n,B,\nc.example,C,x,y\nd.example,,\n".to_vec();
    list.extend(b"e\xff.example,B,\nf.example,B,\"never closed\n");
    list.extend(b"g.example,B,\n");
    list.extend(b"h.example,B,\"two\nlines\"\ni.example,D,\n");
    let (ratings, faults) = read(&list);
    assert_eq!(lines(&faults), [(3, true), (4, true), (5, true), (6, true), (7, true), (11, true)], "{faults:?}");
    // The mark on line 8 is closed by the one on line 10, which leaves that on line 11 open: it is lost, and the next line is read.
    assert_eq!(ratings.of_domain("i.example").unwrap().line, 12);
    assert_eq!(ratings.of_domain("a.example").unwrap().line, 2);
    assert!(ratings.of_domain("b.example").is_none());

    let unclosed = format!("domain,grade,note\na.example,A,\"open\n{}z.example,B,\n", "x.example,C,\n".repeat(40));
    let (ratings, faults) = read(unclosed.as_bytes());
    assert_eq!((faults[0].line, faults[0].lost), (2, true));
    assert_eq!(ratings.of_domain("z.example").unwrap().line, 43);
    assert_eq!(ratings.of_domain("x.example").unwrap().line, 42);
}

#[test]
fn lines_without_end_and_lists_without_rows() {
    let (ratings, faults) = read(format!("domain,grade\n{}\nz.example,B", "x".repeat(200_000)).as_bytes());
    assert_eq!(lines(&faults), [(2, true)]);
    assert_eq!(ratings.of_domain("z.example").unwrap().line, 3);
    for empty in ["", "\n\n", "\u{feff}", "domain,grade\n"] {
        let (ratings, faults) = read(empty.as_bytes());
        assert!(ratings.is_empty() && faults.is_empty(), "{empty:?}");
    }
    let (_, faults) = read(b"\x1f\x1e\0,,,\n\"\"\"\n,");
    assert!(!faults.is_empty());
}

/// A list of as many rows as are asked for, made as it is read.
struct Endless {
    rows: u32,
    made: u32,
    row: Vec<u8>,
    given: usize,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.given == self.row.len() {
            if self.made == self.rows {
                return Ok(0);
            }
            self.made += 1;
            self.row = format!("outlet-{}.example,0.{:02},\n", self.made * 7, self.made % 100).into_bytes();
            self.given = 0;
        }
        let length = into.len().min(self.row.len() - self.given);
        into[..length].copy_from_slice(&self.row[self.given..self.given + length]);
        self.given += length;
        Ok(length)
    }
}

#[test]
fn a_long_list_is_streamed() {
    let rows = 200_000;
    let list = Endless { rows, made: 0, row: b"domain,score,note\n".to_vec(), given: 0 };
    let mut ratings = Ratings::default();
    ratings.read("long.csv", BufReader::new(list), |fault| panic!("{fault}")).unwrap();
    assert_eq!(ratings.len(), rows as usize);
    assert_eq!(ratings.of_domain(&format!("outlet-{}.example", rows * 7)).unwrap().line, rows + 1);
    // What a row costs: 30 bytes of a list become 16 and its cells. A list of 100 MB stays under 200 MB.
    assert!(ratings.bytes() < 40 * rows as usize, "{}", ratings.bytes());
}

proptest::proptest! {
    #[test]
    fn any_bytes_can_be_read(list in proptest::collection::vec(proptest::num::u8::ANY, 0..400), rows in "(domain|grade|a\\.example|,|;|\"|\n|\r|B|0\\.5|é){0,60}") {
        for list in [list.as_slice(), rows.as_bytes()] {
            let (ratings, faults) = read(list);
            let lines = list.iter().filter(|b| **b == b'\n').count() as u32 + 1;
            proptest::prop_assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.line)));
            proptest::prop_assert!(ratings.len() <= 2 * lines as usize);
        }
    }
}
