//! Paths, methods, credentials, media types, the seed and going back to it.

use super::{CLIENT, NOTES, NOW, OTHER, PEOPLE, ask, said, sandbox, texts};
use crate::resources;
use crate::sandbox::credentials::CREDENTIALS;
use crate::sandbox::{HttpRequest, Sandbox, key};

#[test]
fn an_unknown_path_is_not_found_with_or_without_credentials() {
    let mut sandbox = sandbox("");
    for path in [
        "",
        "/",
        "/nowhere/",
        "/organization/externalclientcontactperson",
        "//organization/externalclientcontactperson/list/",
        &format!("{PEOPLE}list"),
        &format!("{PEOPLE}a/b/"),
        &format!("{PEOPLE}/"),
        &format!("{PEOPLE}{OTHER}"),
        &format!("https://x.se{PEOPLE}list/"),
        "?",
        "#",
    ] {
        let not_found = (404, r#"{"detail":"Not found."}"#.to_string());
        assert_eq!(said(ask(&mut sandbox, "GET", path, None)), not_found, "{path}");
        let bare = HttpRequest { method: "GET", path_and_query: path, headers: &[], body: None };
        assert_eq!(said(sandbox.handle(&bare, NOW)), not_found, "{path}");
    }
}

#[test]
fn an_id_that_no_row_has_is_not_found() {
    let mut sandbox = sandbox("");
    for id in [OTHER, "x", "..", "%2e%2e", "list%2f"] {
        assert_eq!(ask(&mut sandbox, "GET", &format!("{PEOPLE}{id}/"), None).status, 404, "{id}");
    }
    // The row is looked for before the body is read.
    assert_eq!(ask(&mut sandbox, "PATCH", &format!("{PEOPLE}{OTHER}/"), Some("{")).status, 404);
}

#[test]
fn other_methods_are_answered_with_those_there_are() {
    let mut sandbox = sandbox("");
    for (method, path, allow) in [
        ("PUT", format!("{PEOPLE}{OTHER}/"), "GET, PATCH, DELETE"),
        ("POST", format!("{PEOPLE}{OTHER}/"), "GET, PATCH, DELETE"),
        ("DELETE", format!("{PEOPLE}list/"), "GET, POST"),
        ("GET", PEOPLE.to_string(), "POST"),
        ("DELETE", format!("{NOTES}thing/{OTHER}/"), "GET"),
        ("POST", format!("{NOTES}thing/list/"), "GET"),
        ("", format!("{PEOPLE}list/"), "GET, POST"),
    ] {
        let answer = ask(&mut sandbox, method, &path, None);
        assert_eq!(answer.headers.last(), Some(&("Allow", allow.to_string())), "{method} {path}");
        assert_eq!(said(answer), (405, format!(r#"{{"detail":"Method \"{method}\" not allowed."}}"#)));
    }
}

#[test]
fn all_seven_credentials_must_be_there_and_right() {
    let mut sandbox = sandbox("");
    let path_and_query = &format!("{PEOPLE}list/");
    let mut headers: Vec<_> = CREDENTIALS.iter().map(|credential| (credential.header, credential.value)).collect();
    let mut status = |headers: &[(&str, &str)]| {
        let (status, body) =
            said(sandbox.handle(&HttpRequest { method: "GET", path_and_query, headers, body: None }, NOW));
        if status == 200 { body } else { format!("{status} {body}") }
    };
    assert_eq!(status(&headers), "[]");
    let lower: Vec<_> =
        CREDENTIALS.iter().map(|credential| (credential.header.to_lowercase(), credential.value)).collect();
    assert_eq!(status(&lower.iter().map(|(name, value)| (name.as_str(), *value)).collect::<Vec<_>>()), "[]");
    for place in 0..7 {
        let header = headers.remove(place);
        let missing = r#"401 {"detail":"Authentication credentials were not provided."}"#;
        assert_eq!(status(&headers), missing);
        headers.insert(place, (header.0, ""));
        assert_eq!(status(&headers), missing);
        headers[place].1 = "wrong";
        assert_eq!(status(&headers), r#"401 {"detail":"Invalid credentials."}"#);
        headers[place] = header;
    }
    assert_eq!(status(&[]), r#"401 {"detail":"Authentication credentials were not provided."}"#);
    assert_eq!(status(&headers), "[]");
}

#[test]
fn a_body_is_json_and_says_so() {
    let mut sandbox = sandbox("");
    let (status, body) = said(ask(&mut sandbox, "POST", PEOPLE, Some("{\"a\": }")));
    assert_eq!(
        (status, body.as_str()),
        (400, r#"{"detail":"JSON parse error - Expecting value: line 1 column 7 (char 6)"}"#)
    );
    let mut headers: Vec<_> = CREDENTIALS.iter().map(|credential| (credential.header, credential.value)).collect();
    for media in [None, Some("text/plain"), Some("application/jsonl"), Some("")] {
        headers.truncate(7);
        headers.extend(media.map(|media| ("Content-Type", media)));
        let request = HttpRequest { method: "POST", path_and_query: PEOPLE, headers: &headers, body: Some("{}") };
        let sentence = format!(r#"{{"detail":"Unsupported media type \"{}\" in request."}}"#, media.unwrap_or(""));
        assert_eq!(said(sandbox.handle(&request, NOW)), (415, sentence));
        let request = HttpRequest { body: Some(""), ..request };
        assert_eq!(sandbox.handle(&request, NOW).status, 400);
    }
    headers.truncate(7);
    headers.push(("Content-Type", " APPLICATION/JSON ;charset=utf-8"));
    let request = HttpRequest { method: "POST", path_and_query: PEOPLE, headers: &headers, body: Some("{}") };
    assert!(sandbox.handle(&request, NOW).body.unwrap().contains("external_client"));
}

#[test]
fn every_resource_has_a_key_and_its_own_rows() {
    let keys: Vec<_> = resources::ALL.iter().map(key).collect();
    assert!(keys.contains(&"organization.externalClientContactPerson".to_string()), "{keys:?}");
    let mut sandbox = Sandbox::new("{}", NOW).unwrap();
    for resource in resources::ALL.iter() {
        let list = format!("{}list/", resource.base_path);
        assert_eq!(said(ask(&mut sandbox, "GET", &list, None)), (200, "[]".into()), "{}", resource.name);
    }
}

#[test]
fn reset_goes_back_to_the_seed() {
    let seed = format!(
        r#"{{"organization.externalClientContactPerson": [
            {{"name": "a", "title": "t", "external_client": {{"id": "{CLIENT}"}}}},
            {{"name": "b", "title": "t", "external_client": {{"id": "{CLIENT}"}}, "id": "{}"}}]}}"#,
        OTHER.to_uppercase()
    );
    let mut sandbox = sandbox(&seed);
    let list = format!("{PEOPLE}list/");
    let before = ask(&mut sandbox, "GET", &list, None);
    assert_eq!(texts(&before, "id")[1], OTHER);
    let body = format!(r#"{{"name": "c", "title": "t", "external_client": {{"id": "{CLIENT}"}}}}"#);
    let first = ask(&mut sandbox, "POST", PEOPLE, Some(&body));
    assert_eq!(ask(&mut sandbox, "PATCH", &format!("{PEOPLE}{OTHER}/"), Some(r#"{"name": "x"}"#)).status, 200);
    assert_eq!(ask(&mut sandbox, "DELETE", &format!("{PEOPLE}{}/", texts(&before, "id")[0]), None).status, 204);
    assert_eq!(texts(&ask(&mut sandbox, "GET", &list, None), "name"), ["x", "c"]);
    sandbox.reset();
    assert_eq!(ask(&mut sandbox, "GET", &list, None), before);
    assert_eq!(ask(&mut sandbox, "POST", PEOPLE, Some(&body)), first);
}

#[test]
fn a_wrong_seed_is_refused_with_its_spot() {
    let row = |more: &str| {
        format!(
            r#"{{"organization.externalClientContactPerson": [{{"name": "a", "title": "t", "external_client": {{"id": "{CLIENT}"}}{more}}}]}}"#
        )
    };
    let twice = row(&format!(r#", "id": "{OTHER}""#)).replace(
        "}]}",
        &format!(r#"}}, {{"name": "a", "title": "t", "external_client": {{"id": "{CLIENT}"}}, "id": "{OTHER}"}}]}}"#),
    );
    for (seed, path) in [
        ("{", ""),
        ("[]", ""),
        (r#"{"organization.Externalclientcontactperson": []}"#, "organization.Externalclientcontactperson"),
        (r#"{"organization.externalClientContactPerson": {}}"#, "organization.externalClientContactPerson"),
        (r#"{"organization.externalClientContactPerson": [1]}"#, "organization.externalClientContactPerson[0]"),
        (&row(r#", "nmae": 1"#), "organization.externalClientContactPerson[0].nmae"),
        (&row(r#", "email": "x""#), "organization.externalClientContactPerson[0].email"),
        (&row(r#", "organization": {"id": "x"}"#), "organization.externalClientContactPerson[0].organization.id"),
        (&row(r#", "id": "x""#), "organization.externalClientContactPerson[0].id"),
        (&row(r#", "id": 1"#), "organization.externalClientContactPerson[0].id"),
        (&row(r#", "created_at": "yesterday""#), "organization.externalClientContactPerson[0].created_at"),
        (&twice, "organization.externalClientContactPerson[1].id"),
    ] {
        let error = Sandbox::new(seed, NOW).err().expect(seed);
        assert_eq!(error.path, path, "{seed}");
        assert!(!error.message.is_empty() && error.to_string().starts_with("seed"), "{error}");
    }
    assert!(
        Sandbox::new(&row(r#", "id": null, "created_at": null, "tags": [1], "customer_columns": {"a": 1}"#), NOW)
            .is_ok()
    );
}
