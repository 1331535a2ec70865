//! Filters, order, pages and the other list parameters.

use super::{CLIENT, NOTES, NOW, OTHER, PEOPLE, SEGMENTS, ask, said, sandbox, texts};
use crate::sandbox::Sandbox;

/// Five people, told apart by their `title`.
fn people() -> Sandbox {
    sandbox(&format!(
        r#"{{"organization.externalClientContactPerson": [
        {{"title": "a", "name": "Anna Åberg", "custom_id": "tmp-1", "email": "anna@x.se", "created_at": "2026-01-01T00:00:00Z",
          "external_client": {{"id": "{CLIENT}"}}, "organization": {{"id": "{OTHER}"}}, "id": "00000000-0000-4000-8000-00000000000a",
          "tags": [{{"id": "{OTHER}"}}]}},
        {{"title": "b", "name": "ANNA ström", "custom_id": null, "email": null, "created_at": "2026-01-01T01:00:00+01:00",
          "external_client": {{"id": "{CLIENT}"}}, "tags": "{CLIENT}"}},
        {{"title": "c", "name": "Straße 100%_", "custom_id": "TMP-2", "email": "c@x.se", "created_at": "2026-02-01 10:00:00.000001Z",
          "external_client": {{"id": "{}"}}, "tags": []}},
        {{"title": "d", "name": "Bo \\ Ek", "custom_id": "", "email": "bo@y.se", "created_at": "2026-02-01T10:00:00.000002Z",
          "external_client": {{"id": "{OTHER}"}}}},
        {{"title": "e", "name": "1000, Ö&=+ 'x' \"y\"", "custom_id": "å", "created_at": "2025-12-31T23:59:59.999999Z",
          "external_client": {{"id": "{OTHER}"}}, "organization": {{"id": "{CLIENT}"}}}}
        ]}}"#,
        OTHER.to_uppercase()
    ))
}

fn found(query: &str) -> String {
    let answer = ask(&mut people(), "GET", &format!("{PEOPLE}list/?{query}"), None);
    assert_eq!(answer.status, 200, "{query}: {:?}", answer.body);
    texts(&answer, "title").concat()
}

#[test]
fn every_operator_means_what_django_means() {
    for (query, expected) in [
        ("", "abcde"),
        ("name=Bo%20%5C%20Ek", "d"),
        ("name=bo+%5C+ek", ""),
        ("name__iexact=bo+%5C+ek", "d"),
        ("name__contains=Anna", "a"),
        ("name__icontains=anna", "ab"),
        ("name__icontains=%C3%A5B", "a"),
        ("name__icontains=STR%C3%96M", "b"),
        ("name__icontains=STRA%C3%9FE", "c"),
        ("name__icontains=STRASSE", ""),
        ("name__contains=100", "ce"),
        ("name__contains=0%25", "c"),
        ("name__contains=0_", ""),
        ("name__contains=_", "c"),
        ("name__icontains=%25_", "c"),
        ("name__contains=%5C", "d"),
        ("name__startswith=Anna", "a"),
        ("name__istartswith=anna", "ab"),
        ("name__endswith=m", "b"),
        ("name__endswith=M", ""),
        ("name__iendswith=M", "b"),
        ("name__contains=%C3%96%26%3D%2B", "e"),
        ("name__contains=,", "e"),
        ("name__contains='x'", "e"),
        ("name__contains=", "abcde"),
        ("name__in=Bo%20%5C%20Ek,Anna%20%C3%85berg,nobody", "ad"),
        ("custom_id=", "d"),
        ("custom_id__contains=", "acde"),
        ("custom_id__istartswith=tmp-", "ac"),
        ("custom_id__iexact=%C3%85", "e"),
        ("custom_id__in=,tmp-1", "ad"),
        ("custom_id__isnull=true", "b"),
        ("custom_id__isnull=False", "acde"),
        ("external_client=497F6ECA-6276-4993-BFEB-53CBBBBA6F08", "ab"),
        ("external_client__in=497f6eca-6276-4993-bfeb-53cbbbba6f08%2C11111111-2222-4333-8444-555555555555", "abcde"),
        ("organization__isnull=true", "bcd"),
        ("id=00000000-0000-4000-8000-00000000000A", "a"),
        ("id__in=00000000-0000-4000-8000-00000000000a,497f6eca-6276-4993-bfeb-53cbbbba6f08", "a"),
        ("created_at=2026-01-01T02:00%2B02:00", "ab"),
        ("created_at__in=2026-01-01,2026-02-01T10:00:00.000002Z", "abd"),
        ("created_at__gt=2026-02-01T10:00:00.000001Z", "d"),
        ("created_at__gte=2026-02-01T10:00:00.000001Z", "cd"),
        ("created_at__lt=2026-01-01", "e"),
        ("created_at__lte=2026-01-01", "abe"),
        ("created_at__isnull=true", ""),
        ("created_at__gte=2026-01-01&created_at__lt=2026-02-01&name__icontains=anna", "ab"),
        ("name=x&name=Bo+%5C+Ek", "d"),
        ("&&name=Bo+%5C+Ek&", "d"),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
}

#[test]
fn negation_keeps_the_rows_without_a_value() {
    for (query, expected) in [
        ("custom_id!=tmp-1", "bcde"),
        ("custom_id__icontains!=tmp", "bde"),
        ("custom_id__startswith%21=tmp", "bcde"),
        ("custom_id__in!=tmp-1,TMP-2", "bde"),
        ("custom_id__contains!=", "b"),
        ("custom_id__isnull!=true", "acde"),
        ("custom_id__isnull!=false", "b"),
        ("email__isnull=false&email!=c@x.se", "ad"),
        ("organization!=11111111-2222-4333-8444-555555555555", "bcde"),
        ("created_at__gte!=2026-01-01", "e"),
        ("created_at__gte!=2026-01-01&created_at__lt!=2026-01-01", ""),
        ("id!=00000000-0000-4000-8000-00000000000a", "bcde"),
        ("custom_id__icontains!=x=y", "abcde"),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
}

#[test]
fn nulls_come_last_and_descending_first_and_text_goes_by_code_point() {
    for (query, expected) in [
        ("_order_by=custom_id", "dcaeb"),
        ("_order_by=-custom_id", "beacd"),
        ("_order_by=name", "ebadc"),
        ("_order_by=created_at", "eabcd"),
        ("_order_by=-created_at", "dcabe"),
        ("_order_by=external_client,-title", "edcba"),
        ("_order_by=organization,-name", "aecdb"),
        ("_order_by=-organization,created_at,title", "bcdea"),
        ("_order_by=", "abcde"),
        ("_order_by=title,title,-title", "abcde"),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
}

#[test]
fn pages_are_cut_from_the_whole_order() {
    for (query, expected) in [
        ("_page=1&_page_size=2", "ab"),
        ("_page=3&_page_size=2", "e"),
        ("_page=1&_page_size=500", "abcde"),
        ("_page=2&_page_size=2&_order_by=-title", "cb"),
        ("_page=1&_page_size=2&name=nobody", ""),
        ("_page=2&_page_size=1&name__icontains=anna", "b"),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
    for query in ["_page=4&_page_size=2", "_page=2&_page_size=1&name=nobody", "_page=2147483647&_page_size=2147483647"]
    {
        let answer = said(ask(&mut people(), "GET", &format!("{PEOPLE}list/?{query}"), None));
        assert_eq!(answer, (404, r#"{"detail":"Invalid page."}"#.into()), "{query}");
    }
}

#[test]
fn every_page_of_every_order_is_a_part_of_the_whole() {
    let rows: Vec<String> = (0..200)
        .map(|i| {
            format!(
                r#"{{"name": "n{}", "title": "{i}", "custom_id": {}, "external_client": {{"id": "{CLIENT}"}}}}"#,
                i * 7 % 13,
                if i % 5 == 0 { "null".into() } else { format!("\"c{}\"", i % 9) }
            )
        })
        .collect();
    let mut sandbox = sandbox(&format!(r#"{{"organization.externalClientContactPerson": [{}]}}"#, rows.join(",")));
    for order in ["title", "-name,custom_id", "custom_id,-name", "-custom_id", "id", "created_at", "-external_client"] {
        let whole = texts(&ask(&mut sandbox, "GET", &format!("{PEOPLE}list/?_order_by={order}"), None), "id");
        assert_eq!(whole.len(), 200);
        for size in [1, 3, 50, 199, 200, 201] {
            let mut walked = Vec::new();
            for page in 1.. {
                let query = format!("{PEOPLE}list/?_order_by={order}&_page={page}&_page_size={size}");
                let answer = ask(&mut sandbox, "GET", &query, None);
                if answer.status == 404 {
                    break;
                }
                walked.extend(texts(&answer, "id"));
            }
            assert_eq!(walked, whole, "{order} {size}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_query_is_said_under_its_name() {
    for (query, body) in [
        ("nam=x", r#"{"nam":["Unknown filter."]}"#),
        ("tags__in=x", r#"{"tags__in":["Unknown filter."]}"#),
        ("=x", r#"{"":["Unknown filter."]}"#),
        ("!=x", r#"{"!":["Unknown filter."]}"#),
        ("__in=x", r#"{"__in":["Unknown filter."]}"#),
        ("_foo=x", r#"{"_foo":["Unknown filter."]}"#),
        ("_page!=1", r#"{"_page!":["Unknown filter."]}"#),
        ("name__gt=x", r#"{"name__gt":["Unknown operator `gt` of `name`."]}"#),
        ("id__icontains!=x", r#"{"id__icontains!":["Unknown operator `icontains` of `id`."]}"#),
        ("name__=x", r#"{"name__":["Unknown operator `` of `name`."]}"#),
        ("external_client=x", r#"{"external_client":["Must be a valid UUID."]}"#),
        (
            "external_client__in=497f6eca-6276-4993-bfeb-53cbbbba6f08,",
            r#"{"external_client__in":["Must be a valid UUID."]}"#,
        ),
        ("id__in=", r#"{"id__in":["This list may not be empty."]}"#),
        ("name__in=", r#"{"name__in":["This list may not be empty."]}"#),
        ("name=%00", r#"{"name":["Null characters are not allowed."]}"#),
        ("_search=a%00", r#"{"_search":["Null characters are not allowed."]}"#),
        (
            "email__isnull=maybe&_slim=1",
            r#"{"email__isnull":["Must be a valid boolean."],"_slim":["Must be a valid boolean."]}"#,
        ),
        ("_order_by=name,nam", r#"{"_order_by":["Unknown field `nam`."]}"#),
        ("_order_by=tags", r#"{"_order_by":["Unknown field `tags`."]}"#),
        ("_order_by=--name", r#"{"_order_by":["Unknown field `-name`."]}"#),
        ("_page=1", r#"{"_page":["This value must be set together with the following fields: _page_size"]}"#),
        ("_page_size=1", r#"{"_page_size":["This value must be set together with the following fields: _page"]}"#),
        ("_page=0&_page_size=1", r#"{"_page":["Ensure this value is greater than or equal to 1."]}"#),
        (
            "_page=-1&_page_size=x",
            r#"{"_page":["Ensure this value is greater than or equal to 1."],"_page_size":["A valid integer is required."]}"#,
        ),
        (
            "_page=1&_page_size=2147483648",
            r#"{"_page_size":["Ensure this value is less than or equal to 2147483647."]}"#,
        ),
        ("tags=x", r#"{"tags":["Must be a valid UUID."]}"#),
        ("global_segments=", r#"{"global_segments":["This list may not be empty."]}"#),
    ] {
        let answer = said(ask(&mut people(), "GET", &format!("{PEOPLE}list/?{query}"), None));
        assert_eq!(answer, (400, body.into()), "{query}");
    }
    let (status, body) = said(ask(&mut people(), "GET", &format!("{PEOPLE}list/?created_at__gt=2026-02-30"), None));
    assert!(status == 400 && body.starts_with(r#"{"created_at__gt":["Datetime has wrong format."#), "{body}");
}

#[test]
fn percent_encoding_is_read_as_django_reads_it() {
    for (query, expected) in [
        ("name__contains=100%", "c"),
        ("name__contains=0%_", "c"),
        ("name__contains=%c3%a5%zz", ""),
        ("name__contains=%ff", ""),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
}

#[test]
fn a_search_finds_rows_that_hold_every_word_in_some_text() {
    for (query, expected) in [
        ("_search=anna", "ab"),
        ("_search=ANNA+x.se", "a"),
        ("_search=%C3%A5", "ae"),
        ("_search=ström%20anna", "b"),
        ("_search=", "abcde"),
        ("_search=+", "abcde"),
        ("_search=nobody", ""),
        ("_search=annaanna", ""),
        ("_search=497f6eca", ""),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
}

#[test]
fn id_lists_keep_rows_that_hold_one_of_the_ids_and_have_no_effect_elsewhere() {
    assert_eq!(found(&format!("tags={}", OTHER.to_uppercase())), "a");
    assert_eq!(found(&format!("tags={OTHER},{CLIENT}")), "ab");
    assert_eq!(found(&format!("customer_columns={OTHER}")), "");
    assert_eq!(found(&format!("global_segments={OTHER}&global_realestates={OTHER}")), "abcde");
    let mut sandbox = sandbox(&format!(
        r#"{{"accounts.organizationUserSegment": [
            {{"custom_id": "a", "segment": {{"id": "{CLIENT}"}}, "user": {{"id": "{CLIENT}"}}}},
            {{"custom_id": "b", "segment": {{"id": "{OTHER}"}}, "user": {{"id": "{CLIENT}"}}}}]}}"#
    ));
    let answer = ask(&mut sandbox, "GET", &format!("{SEGMENTS}list/?global_segments={OTHER}"), None);
    assert_eq!(texts(&answer, "custom_id"), ["b"]);
    // No parameter of this resource.
    assert_eq!(ask(&mut sandbox, "GET", &format!("{SEGMENTS}list/?tags={OTHER}"), None).status, 400);
}

#[test]
fn other_shapes_of_the_answer() {
    let mut people = people();
    let slim = ask(&mut people, "GET", &format!("{PEOPLE}list/?_slim=true&title=a"), None);
    assert_eq!(said(slim), (200, r#"[{"id":"00000000-0000-4000-8000-00000000000a"}]"#.into()));
    let lines = ask(&mut people, "GET", &format!("{PEOPLE}list/?_jsonl=true&_order_by=-title"), None);
    assert_eq!(lines.headers, [("Content-Type", "application/jsonl".to_string())]);
    let body = lines.body.unwrap();
    assert_eq!(body.lines().count(), 5);
    assert!(body.ends_with("}\n") && body.lines().all(|line| crate::sandbox::json::parse(line).is_ok()));
    let lines = ask(&mut people, "GET", &format!("{PEOPLE}list/?_jsonl=true&_slim=true&title=a"), None);
    assert_eq!(lines.body.unwrap(), "{\"id\":\"00000000-0000-4000-8000-00000000000a\"}\n");
    let none = ask(&mut people, "GET", &format!("{PEOPLE}list/?_jsonl=true&title=x"), None);
    assert_eq!(said(none), (200, String::new()));
    let none = ask(&mut people, "GET", &format!("{PEOPLE}list/?title=x"), None);
    assert_eq!(said(none), (200, "[]".into()));
    let counted = ask(&mut people, "GET", &format!("{PEOPLE}list/?_statistics=true&name__icontains=anna"), None);
    assert_eq!(said(counted), (200, r#"{"count":2}"#.into()));
    let rows = ask(&mut people, "GET", &format!("{PEOPLE}list/?_jsonl=false&_slim=false&_statistics=false"), None);
    assert_eq!(texts(&rows, "title").concat(), "abcde");
}

#[test]
fn a_partial_resource_is_filtered_and_ordered_by_what_nobody_declared() {
    let mut notes = sandbox(
        r#"{"organization.note": [
            {"title": "a", "rank": 10, "kind": "x", "done": true, "hidden": "h"},
            {"title": "b", "rank": 9, "kind": null, "done": false},
            {"title": "c", "kind": "Y", "rank": 10.5}]}"#,
    );
    for (query, expected) in [
        ("rank__gt=9", "ac"),
        ("rank__gt!=9", "b"),
        ("rank=10", "a"),
        ("kind__icontains=y", "c"),
        ("kind!=x", "bc"),
        ("kind__isnull=true", "b"),
        ("unheard_of__isnull=true", "abc"),
        ("unheard_of=1", ""),
        ("done=true", "a"),
        ("done__in=true,false", "ab"),
        ("hidden__istartswith=H", "a"),
        ("title__icontains=A", "a"),
        ("_order_by=rank", "bac"),
        ("_order_by=-rank", "cab"),
        ("_order_by=kind", "cab"),
        ("_order_by=-hidden,-title", "cba"),
        ("_search=y", "c"),
    ] {
        let answer = ask(&mut notes, "GET", &format!("{NOTES}list/?{query}"), None);
        assert_eq!((answer.status, texts(&answer, "title").concat().as_str()), (200, expected), "{query}");
    }
    for query in
        ["kind__foo=1", "_foo=1", "title__gt=1", "__gt=1", "=1", "kind__=x", "_order_by=a,,b", "kind__in=", "kind=%00"]
    {
        assert_eq!(ask(&mut notes, "GET", &format!("{NOTES}list/?{query}"), None).status, 400, "{query}");
    }
    let many: Vec<String> = (0..65).map(|i| format!("f{i}")).collect();
    assert_eq!(ask(&mut notes, "GET", &format!("{NOTES}list/?_order_by={}", many.join(",")), None).status, 400);
}

#[test]
fn a_search_sees_what_has_changed_since_the_last_one() {
    let mut sandbox = sandbox("");
    let note = ask(&mut sandbox, "POST", NOTES, Some(r#"{"title":"old","more":"x"}"#));
    let row = [NOTES, &texts(&note, "id").remove(0), "/"].concat();
    let found = |sandbox: &mut Sandbox, word: &str| {
        let list = [NOTES, "list/?_search=", word].concat();
        texts(&ask(sandbox, "GET", &list, None), "title").len()
    };
    assert_eq!((found(&mut sandbox, "OLD"), found(&mut sandbox, "new")), (1, 0));
    assert_eq!(ask(&mut sandbox, "PATCH", &row, Some(r#"{"title":"new","more":"å"}"#)).status, 200);
    assert_eq!((found(&mut sandbox, "OLD"), found(&mut sandbox, "new"), found(&mut sandbox, "%C3%85")), (0, 1, 1));
}

#[test]
fn a_flag_of_a_list_is_true_or_false_and_has_no_effect() {
    let mut sandbox = Sandbox::new(r#"{"organization.company": [{"name": "a"}]}"#, NOW).unwrap();
    let mut asked =
        |value: &str| ask(&mut sandbox, "GET", &format!("/organization/company/list/?has_brf_company={value}"), None);
    assert_eq!(texts(&asked("true"), "name"), ["a"]);
    assert_eq!(texts(&asked("false"), "name"), ["a"]);
    assert_eq!(asked("yes").status, 400);
}
