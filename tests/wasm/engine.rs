//! What can only be asked where JavaScript is: the core held against the engine that it runs in.

use js_sys::{ArrayBuffer, DataView, JsString, RegExp};
use pigello_client::{
    issue::Code,
    packed, query,
    resources::ALL,
    rules::pattern::{Match, Pattern},
    schema::Kind,
    validate::{self, Mode, Unknown},
    value::Value,
};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_query_is_encoded_as_the_engine_encodes_it() {
    for code in (0..0x3000).chain(0xd700..0xe100).chain(0x1_f600..0x1_f700) {
        let Some(character) = char::from_u32(code) else { continue };
        let text = format!("a{character}b");
        let mut ours = String::new();
        query::encode(&text, &mut ours);
        assert_eq!(ours, String::from(js_sys::encode_uri_component(&text)), "U+{code:04X}");
    }
}

#[wasm_bindgen_test]
fn the_utf_16_units_of_the_engines_strings_arrive_as_the_same_text() {
    for text in ["", "Anna", "Förvaltare", "€ ‰ …", "👩‍👩‍👧 på väg", "a\u{0}b", "\u{ffff}"] {
        let string = JsString::from(text);
        let arrived = packed::unpack(&[4, string.length()], &units(&string));
        assert!(matches!(&arrived, Some(Value::Text(found)) if found == text), "{text:?} arrived as {arrived:?}");
    }
}

#[wasm_bindgen_test]
fn half_a_character_arrives_as_broken_text_and_is_refused() {
    let half = JsString::from_char_code1(0xd83d);
    let text = [units(&JsString::from("name")), units(&half)].concat();
    let arrived = packed::unpack(&[7, 1, 4, 4, half.length()], &text).unwrap();
    let resource = ALL.iter().find(|resource| resource.type_name == "ExternalClientContactPerson").unwrap();
    let issues = validate::body(resource, &arrived, Mode::Update, Unknown::Reject);
    assert!(issues.iter().any(|issue| issue.code == Code::Characters), "{issues:?}");
}

#[wasm_bindgen_test]
fn numbers_keep_every_bit_on_their_way_in() {
    for number in [0.0, -0.0, 1.5, 1e21, f64::MIN_POSITIVE, f64::MAX, f64::INFINITY] {
        let view = DataView::new(&ArrayBuffer::new(8), 0, 8);
        view.set_float64_endian(0, number, true);
        let words = [3, view.get_uint32_endian(0, true), view.get_uint32_endian(4, true)];
        let arrived = packed::unpack(&words, &[]).and_then(|value| value.as_number());
        assert_eq!(arrived.map(f64::to_bits), Some(number.to_bits()), "{number}");
    }
}

#[wasm_bindgen_test]
fn a_pattern_written_for_an_input_says_what_the_rule_says() {
    let texts = [
        "",
        "+",
        "1",
        "+1",
        "123456",
        "1234567",
        "+1234567",
        "+46701740605",
        "0701740605",
        "070-174 06 05",
        "11234567",
        "+1123456789012345",
        "+11234567890123456",
        "12345678901234567",
        "١٢٣٤٥٦٧",
        "1234567\n",
        " 1234567",
        "+ 1234567",
    ];
    let fields = ALL.iter().flat_map(|resource| resource.fields);
    let patterns: Vec<&Pattern> =
        fields.filter_map(|field| if let Kind::Pattern(it) = field.kind { Some(it) } else { None }).collect();
    // One that is only told judges nothing.
    let patterns: Vec<&Pattern> = patterns.into_iter().filter(|pattern| !pattern.is_told()).collect();
    assert!(!patterns.is_empty(), "some field has a pattern");
    for pattern in patterns {
        // As a browser asks the attribute: the whole text, with the flag v.
        let engine = RegExp::new(&format!("^(?:{})$", pattern.js), "v");
        for text in texts {
            let ours = pattern.search(text);
            assert_ne!(ours, Match::TooHard);
            assert_eq!(ours == Match::Yes, engine.test(text), "{} on {text:?}", pattern.python);
        }
    }
}

fn units(string: &JsString) -> Vec<u16> {
    (0..string.length()).map(|at| string.char_code_at(at) as u16).collect()
}
