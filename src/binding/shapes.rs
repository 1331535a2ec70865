//! The TypeScript of the fixed shapes that cross the border. The shapes themselves are put together where their data is
//! (`form::info`, `messages::told`, `options`) and a test holds them against what is declared here.
#![allow(dead_code, reason = "only the TypeScript is used")]

use tsify::Tsify;

/// Something wrong with one spot of the input.
#[derive(Tsify)]
pub struct Issue {
    /// Where: names and places in arrays, from the outermost in; `[]` is the whole input.
    #[tsify(type = "(string | number)[]")]
    pub path: Vec<String>,
    /// What is wrong.
    #[tsify(type = "IssueCode")]
    pub code: &'static str,
    /// What the message names, for messages of your own.
    pub params: IssueParams,
    /// For the person at the form, in the language asked for.
    pub message: String,
}

/// What an issue's message names. Which are there depends on the code.
#[derive(Tsify)]
pub struct IssueParams {
    /// The most: characters, or the number itself.
    #[tsify(optional)]
    pub max: f64,
    /// The least: characters, or the number itself.
    #[tsify(optional)]
    pub min: f64,
    /// The pattern, in the API's own (Python's) spelling.
    #[tsify(optional)]
    pub pattern: String,
    /// The values there are.
    #[tsify(optional, type = "(string | number)[]")]
    pub values: Vec<String>,
    /// The other fields or options of the rule.
    #[tsify(optional)]
    pub fields: Vec<String>,
    /// The nearest right name, or the form that is wanted.
    #[tsify(optional)]
    pub hint: String,
    /// The label of another field.
    #[tsify(optional)]
    pub label: String,
    /// The HTTP status, where the server said it.
    #[tsify(optional)]
    pub status: f64,
}

/// A field of a resource, as its page has it.
#[derive(Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FieldInfo {
    /// The API's name.
    pub name: &'static str,
    /// For people. The API has none: ours.
    pub label: Label,
    /// `string`, `boolean`, `integer`, `number`, `reference` (`{ id }`), `array`, `object` or `any`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Must be given when creating; of a read-only field: stands in every answer.
    pub required: bool,
    /// May be `null`.
    pub nullable: bool,
    /// Only the server writes it.
    pub read_only: bool,
    /// It is written, and no answer holds it.
    #[tsify(optional)]
    pub write_only: Option<bool>,
    /// The most characters, in code points.
    #[tsify(optional)]
    pub max_length: Option<u32>,
    /// The fewest characters, in code points.
    #[tsify(optional)]
    pub min_length: Option<u32>,
    /// The pattern, in the API's own (Python's) spelling.
    #[tsify(optional)]
    pub pattern: Option<&'static str>,
    /// `email`, `luhn`, `url`, `gln13`, `uuid`, `date` or `date-time`.
    #[tsify(optional)]
    pub format: Option<&'static str>,
    /// The least number.
    #[tsify(optional)]
    pub minimum: Option<f64>,
    /// The greatest number.
    #[tsify(optional)]
    pub maximum: Option<f64>,
    /// The values there are; where the API's page shows ten there may be more, and they are not checked.
    #[serde(rename = "enum")]
    #[tsify(optional, type = "readonly (string | number)[]")]
    pub values: Option<Vec<String>>,
    /// There may be more values than `enum` has.
    #[tsify(optional)]
    pub enum_is_open: Option<bool>,
    /// The resource that a reference points to, or the references of an array, named as the API names it.
    #[tsify(optional)]
    pub target: Option<&'static str>,
    /// Rules beyond its own content; `unique` is for the server alone to judge, and so is the order of a pair whose
    /// names do not tell it.
    #[tsify(optional)]
    pub rules: Vec<FieldRule>,
    /// Of what type the elements of an array are.
    #[tsify(optional)]
    pub items: Option<&'static str>,
    /// A sentence about it.
    #[tsify(optional)]
    pub doc: Option<&'static str>,
    /// Attributes for its HTML input.
    pub input: FieldInput,
}

/// A rule of a field beyond its own content.
#[derive(Tsify)]
pub struct FieldRule {
    /// `unique`: no two rows share a value. `unique_items`: no two elements are the same. All others are the codes of
    /// their issues: `together_with`, `excludes`, `at_least_one_of`, `requires`, `ordered_with`, `matches_values_of`,
    /// `magnitude`.
    pub rule: &'static str,
    /// The other fields of a rule between fields.
    #[tsify(optional, type = "readonly string[]")]
    pub fields: Option<Vec<String>>,
}

/// A label in both languages.
#[derive(Tsify)]
pub struct Label {
    /// English.
    pub en: &'static str,
    /// Swedish.
    pub sv: &'static str,
}

/// Attributes of an HTML input, by the names React and the DOM use; the browser's own check with them never refuses
/// what `validate` takes.
#[derive(Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FieldInput {
    /// The input's type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Whether it must be filled in.
    pub required: bool,
    /// The fewest characters, as the browser counts.
    #[tsify(optional)]
    pub min_length: Option<u32>,
    /// The most characters, as the browser counts.
    #[tsify(optional)]
    pub max_length: Option<u32>,
    /// The least number.
    #[tsify(optional)]
    pub min: Option<f64>,
    /// The greatest number.
    #[tsify(optional)]
    pub max: Option<f64>,
    /// `any`, where numbers have fractions and times seconds.
    #[tsify(optional)]
    pub step: Option<&'static str>,
    /// The pattern, for JavaScript's `v` flag.
    #[tsify(optional)]
    pub pattern: Option<String>,
    /// Which keyboard a phone shows.
    #[tsify(optional)]
    pub input_mode: Option<&'static str>,
}

/// What `onProgress` is told after each chunk of a bulk write.
#[derive(Tsify)]
pub struct BulkProgress {
    /// Rows that the server has answered.
    pub written: f64,
    /// Rows in all.
    pub total: f64,
}

/// How often a call is tried, and how long between.
#[derive(Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RetryOptions {
    /// Tries in all; 3 unless said.
    #[tsify(optional)]
    pub attempts: u32,
    /// The longest first wait, in milliseconds; doubles with each try; 200 unless said.
    #[tsify(optional)]
    pub base_delay_ms: f64,
    /// The longest wait of all, in milliseconds, also for what the server asks for; 20,000 unless said.
    #[tsify(optional)]
    pub max_delay_ms: f64,
}

/// The seven credentials of an integration, each sent as a header with every request.
#[derive(Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Credentials {
    /// `X-PIGELLO-CUSTOMER-ID`
    pub customer_id: String,
    /// `X-PIGELLO-APPLICATION-ID`
    pub application_id: String,
    /// `X-PIGELLO-SERVICE-ID`
    pub service_id: String,
    /// `X-PIGELLO-SERVICE-VERSION-ID`
    pub service_version_id: String,
    /// `X-PIGELLO-CLIENT-CT`: the content type of the entity the integration is activated on.
    pub client_ct: String,
    /// `X-PIGELLO-CLIENT-ENTITY`: that entity's id.
    pub client_entity: String,
    /// `X-PIGELLO-CLIENT-SECRET`: the one secret. It belongs on a server, never in a browser.
    pub client_secret: String,
}
