//! Domains: of an address, of a cell in a list, and the part of one that somebody registered.

/// A host has at most so many bytes (RFC 1035, 2.3.4).
const LONGEST: usize = 253;

/// The host of an address or a bare domain, in lower case and ASCII (`xn--` for letters beyond), without "www."; none where there is none.
pub fn host(address: &str) -> Option<String> {
    let address = address.trim();
    let behind = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = behind.split(['/', '?', '#']).next().unwrap_or(behind);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host).trim_end_matches('.');
    if host.is_empty() || host.len() > LONGEST || host.contains(char::is_whitespace) {
        return None;
    }
    let host = if host.is_ascii() { host.to_ascii_lowercase() } else { idna::domain_to_ascii(host).ok()? };
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let sound =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    // "1.5" and "127.0.0.1" are no domains: the last label has a letter.
    let named = host.rsplit('.').next().is_some_and(|top| top.bytes().any(|b| b.is_ascii_alphabetic()));
    (host.contains('.') && named && host.split('.').all(sound)).then(|| host.to_owned())
}

/// The part of a host that somebody registered, by the Public Suffix List: "example.co.uk" of "news.example.co.uk".
pub fn registrable(host: &str) -> &str {
    psl::domain_str(host).unwrap_or(host)
}

/// The host, then each wider part of it down to the registered domain: what stands in a list for the narrower part counts first.
pub fn widening(host: &str) -> impl Iterator<Item = &str> {
    let least = registrable(host).len();
    std::iter::successors(Some(host), move |host| {
        host.split_once('.').map(|(_, rest)| rest).filter(|rest| rest.len() >= least)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_addresses() {
        let is = |address: &str, expected: &str| assert_eq!(host(address).as_deref(), Some(expected), "{address}");
        is("https://www.Valmere-Courier.example/news?x=1", "valmere-courier.example");
        is("valmere.example:8080", "valmere.example");
        is("ftp://ed@valmere.example.", "valmere.example");
        is("quellstädter.example", "xn--quellstdter-r8a.example");
        is("xn--quellstdter-r8a.example", "xn--quellstdter-r8a.example");
        for none in ["", "Valmere Courier", "1.5", "127.0.0.1", "a..b", "-", "https://", "Dr. Quill", "é\u{0}.b"] {
            assert_eq!(host(none), None, "{none}");
        }
    }

    #[test]
    fn the_narrower_part_comes_first() {
        let all = |host| widening(host).collect::<Vec<_>>();
        assert_eq!(all("a.news.valmere.co.uk"), ["a.news.valmere.co.uk", "news.valmere.co.uk", "valmere.co.uk"]);
        assert_eq!(registrable("mail.valmere.com.au"), "valmere.com.au");
        assert_eq!(all("co.uk"), ["co.uk"]);
    }
}
