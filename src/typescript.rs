//! Declarations as TypeScript, rendered while compiling: the text lands in the package's `.d.ts`, and not one byte of
//! it in the wasm. The generics it names (`ResourceClient`, `Schema`, `TextFilter` and their like) are written by hand,
//! once, in `pkg-template/src/public.d.ts`.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "this runs while compiling: a panic is a compile error")]

use crate::issue::Code;
use crate::messages::labels::const_label;
use crate::rendered::{Writer, rendered};
use crate::resources::every_resource;
use crate::schema::{Documented, Field, Kind, Limits, Resource, RuleKind, same};

/// Everything TypeScript knows of one resource.
pub const fn resource(resource: &Resource, out: &mut [u8]) -> usize {
    let mut w = Writer::new(out);
    let name = resource.type_name;
    w.all([
        "/**\n * ",
        resource.doc,
        "\n *\n * `",
        resource.name,
        "` of the API, at `",
        resource.base_path,
        "`.\n */\n",
    ]);
    w.all(["export interface ", name, " {\n"]);
    fields(&mut w, resource, Shape::Read);
    if !is_complete(resource) {
        w.push("    /** The API's page is not known to its end: answers hold more. */\n    [undeclared: string]: unknown;\n");
    }
    w.all(["}\n\n/** A new ", name, ": what `create` takes. */\nexport interface ", name, "Create {\n"]);
    fields(&mut w, resource, Shape::Create);
    w.all([
        "}\n\n/** Changes to ",
        name,
        ": `null` clears, what is absent stays. */\nexport interface ",
        name,
        "Update {\n",
    ]);
    fields(&mut w, resource, Shape::Update);
    w.all([
        "}\n\n/** ",
        name,
        " as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */\nexport interface ",
        name,
        "Form {\n",
    ]);
    fields(&mut w, resource, Shape::Form);
    w.all(["}\n\n/** What lists of ", name, " can be filtered by. */\nexport interface ", name, "Filter {\n"]);
    fields(&mut w, resource, Shape::Filter);
    if !has_filters(resource) {
        // Of an interface without members anything would be one.
        w.push(
            "    /** No filter is known: what you know of goes into `extra`. */\n    [unknown: string]: undefined;\n",
        );
    }
    w.all([
        "}\n\n/** What lists of ",
        name,
        " can be ordered by; `-` is descending. */\nexport type ",
        name,
        "OrderBy =",
    ]);
    order(&mut w, resource);
    w.all([
        ";\n\n/** List options of ",
        name,
        " beyond the common ones. */\nexport interface ",
        name,
        "Parameters {\n",
    ]);
    let mut i = 0;
    while i < resource.parameters.len() {
        let parameter = resource.parameters[i];
        let (doc, value) = if parameter.flag { ("", "boolean") } else { (": ids, at least one", "readonly string[]") };
        w.all(["    /** `", parameter.name, "`", doc, ". */\n    ", parameter.option, "?: ", value, " | undefined;\n"]);
        i += 1;
    }
    w.all(["}\n\n/** The options of `list` for ", name, ". */\n"]);
    w.all(["export type ", name, "ListOptions = ListOptions<"]);
    w.all([name, "Filter, ", name, "OrderBy, ", name, "Parameters>;\n\n"]);
    client(&mut w, resource);
    w.all([
        "/**\n * ",
        resource.doc,
        "\n *\n * Its model: validation, list options and metadata, without a network.\n */\n",
    ]);
    w.all(["export declare const ", name, ": Schema<"]);
    w.all([name, ", "]);
    bodies(&mut w, resource);
    w.all([name, "Form, ", name, "Filter, ", name, "OrderBy, ", name, "Parameters>;\n\n"]);
    w.length()
}

const fn has_filters(resource: &Resource) -> bool {
    let mut i = 0;
    while i < resource.fields.len() {
        if resource.fields[i].filterable {
            return true;
        }
        i += 1;
    }
    !resource.filters.is_empty()
}

const fn is_complete(resource: &Resource) -> bool {
    matches!(resource.documented, Documented::Complete)
}

/// The types of its bodies. Of what is not known in full they may hold more than is declared.
const fn bodies(w: &mut Writer, resource: &Resource) {
    let name = resource.type_name;
    if is_complete(resource) {
        w.all([name, "Create, ", name, "Update, "]);
    } else {
        w.all([name, "Create | (", name, "Create & Record<string, unknown>), "]);
        w.all([name, "Update | (", name, "Update & Record<string, unknown>), "]);
    }
}

/// Its line among the members of its application.
const fn client(w: &mut Writer, resource: &Resource) {
    let name = resource.type_name;
    let (_, rest) = resource.base_path.split_at(1);
    let mut end = 0;
    while rest.as_bytes()[end] != b'/' {
        end += 1;
    }
    let (application, _) = rest.split_at(end);
    w.push("export interface ");
    w.first(application, true);
    w.all(["Resources {\n    /**\n     * ", resource.doc, "\n"]);
    let mut i = 0;
    while i < resource.by_template.len() {
        w.all(["     *\n     * `", resource.by_template[i].as_str()]);
        w.push("` follows the API's common template: no page of the API shows it.\n");
        i += 1;
    }
    w.push("     */\n    readonly ");
    w.first(name, false);
    w.all([": ResourceClient<", name, ", "]);
    bodies(w, resource);
    w.all([name, "Filter, ", name, "OrderBy, ", name, "Parameters, "]);
    let mut i = 0;
    while i < resource.operations.len() {
        w.all([if i > 0 { " | \"" } else { "\"" }, resource.operations[i].as_str(), "\""]);
        i += 1;
    }
    if !resource.invite.is_empty() {
        w.push(" | \"invite\"");
    }
    w.push(">;\n}\n\n");
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Read,
    Create,
    Update,
    Form,
    Filter,
}

const fn fields(w: &mut Writer, resource: &Resource, shape: Shape) {
    let mut i = 0;
    while i < resource.fields.len() {
        let field = &resource.fields[i];
        i += 1;
        let wanted = match shape {
            Shape::Read => !field.write_only,
            Shape::Filter => field.filterable,
            _ => !field.read_only,
        };
        if !wanted {
            continue;
        }
        member(w, field, shape, is_complete(resource));
    }
    let mut i = 0;
    while matches!(shape, Shape::Filter) && i < resource.filters.len() {
        member(w, &resource.filters[i], shape, false);
        i += 1;
    }
}

/// A field's line.
const fn member(w: &mut Writer, field: &Field, shape: Shape, complete: bool) {
    doc(w, field, shape);
    let optional = match shape {
        Shape::Read => !complete,
        Shape::Create => !field.required,
        _ => true,
    };
    w.all(["    ", field.name, if optional { "?: " } else { ": " }]);
    match shape {
        Shape::Filter => filter(w, field),
        // Objects as JSON text.
        Shape::Form => w.push(match field.kind {
            Kind::Boolean if field.nullable => "boolean | \"\"",
            Kind::Boolean => "boolean",
            Kind::Array(_) => "readonly string[]",
            _ => "string",
        }),
        Shape::Read | Shape::Create | Shape::Update => {
            value(w, field, field.kind, matches!(shape, Shape::Read));
            if field.nullable && !matches!(field.kind, Kind::Any) {
                w.push(" | null");
            }
        }
    }
    // As good as absent, in what is given: `exactOptionalPropertyTypes`, which `tsc --init` sets, would refuse it.
    match shape {
        Shape::Filter => w.push(" | undefined"),
        Shape::Create | Shape::Update if optional && !matches!(field.kind, Kind::Any) => w.push(" | undefined"),
        _ => {}
    }
    w.push(";\n");
}

/// The type of a filter.
const fn filter(w: &mut Writer, field: &Field) {
    let (known, all) = (field.operators(), field.kind.operators());
    if known.is_empty() && !all.is_empty() {
        // Of days alone there is such a type, as yet.
        w.push(if matches!(field.kind, Kind::Date) { "Exact" } else { panic!("there is no type for such a filter") });
    }
    w.push(match field.kind {
        Kind::DateTime => "DateTimeFilter",
        Kind::Date => "DateFilter",
        Kind::Integer | Kind::Number => "NumberFilter",
        Kind::Boolean => "BooleanFilter",
        Kind::Ordered => "OrderedFilter",
        Kind::Uuid => "IdFilter",
        Kind::Reference(_) => "ReferenceFilter",
        _ => "TextFilter",
    });
    if !known.is_empty() && known.len() < all.len() {
        if !matches!(field.kind, Kind::Ordered) {
            panic!("there is no type for such a filter");
        }
        let mut i = 0;
        while i < known.len() {
            w.all([if i == 0 { "<\"" } else { " | \"" }, known[i].as_str(), "\""]);
            i += 1;
        }
        w.push(">");
    }
}

/// The type of a value of this kind: that of the field, or an element of its array.
const fn value(w: &mut Writer, field: &Field, kind: Kind, read: bool) {
    match kind {
        Kind::Any => w.push("unknown"),
        // What is written may be of an interface of the user's own, which has no index signature.
        Kind::Object => w.push(if read { "Record<string, unknown>" } else { "object" }),
        Kind::Reference(_) => w.push("Reference"),
        Kind::Boolean => w.push("boolean"),
        Kind::DateTime => w.push(if read { "string" } else { "string | Date" }),
        Kind::Array(element) => {
            w.push(if read { "Array<" } else { "ReadonlyArray<" });
            value(w, field, *element, read);
            w.push(">");
        }
        Kind::Integer | Kind::Number => match field.limits {
            Limits::Numbers(values) => {
                let mut i = 0;
                while i < values.len() {
                    w.push(match (i, values[i] < 0) {
                        (0, false) => "",
                        (0, true) => "-",
                        (_, false) => " | ",
                        (_, true) => " | -",
                    });
                    w.number(values[i].unsigned_abs());
                    i += 1;
                }
            }
            _ => w.push("number"),
        },
        _ => {
            let (texts, complete): (&[&str], bool) = match field.limits {
                Limits::Texts(values) => (values, true),
                Limits::SomeTexts(values) => (values, false),
                _ => (&[], false),
            };
            let mut i = 0;
            while i < texts.len() {
                w.all(["\"", texts[i], "\" | "]);
                i += 1;
            }
            w.push(match (texts.len(), complete) {
                (0, _) => "string",
                (_, false) => "(string & {})",
                (_, true) => "never",
            });
        }
    }
}

/// What an editor shows at a field: label, limits, rules.
const fn doc(w: &mut Writer, field: &Field, shape: Shape) {
    w.push("    /** ");
    match const_label(field.name) {
        Some(label) => w.all([label.en, " (", label.sv, ")"]),
        None => w.push(field.name),
    }
    if matches!(shape, Shape::Filter) {
        w.push(". */\n");
        return;
    }
    if field.required && !field.read_only {
        w.push(". Required");
    }
    if field.read_only {
        w.push(". Read-only: the server writes it");
    }
    if field.write_only {
        w.push(". Write-only: no answer holds it");
    }
    if field.unique {
        w.push(". Unique");
    }
    match field.kind {
        Kind::Email => w.push(". An email address"),
        Kind::Luhn => w.push(". Digits with a check digit, one `-` or `+` allowed before the last four"),
        Kind::Pattern(pattern) => w.all([". Matches `", pattern.python, "`"]),
        Kind::Uuid => w.push(". A uuid"),
        Kind::DateTime => w.push(". A date-time, ISO 8601"),
        Kind::Reference(target) => w.all([". The id of a `", target, "`"]),
        Kind::Array(Kind::Reference(target)) => w.all([". The ids of `", target, "`"]),
        Kind::Url(_) => w.push(". A web address"),
        Kind::Gln13 => w.push(". A Global Location Number with its check digit, one `-` allowed"),
        Kind::Date => w.push(". A day, `YYYY-MM-DD`"),
        Kind::Integer => w.push(". A whole number"),
        _ => {}
    }
    if matches!(field.limits, Limits::SomeNumbers(_) | Limits::SomeTexts(_)) {
        w.push(". The API's page shows the first ten values: there may be more");
    }
    if field.unique_items {
        w.push(". None of its elements twice");
    }
    rules(w, field);
    match (field.min_length, field.max_length) {
        (Some(min), Some(max)) => {
            w.push(". ");
            w.number(min);
            w.push(" to ");
            w.number(max);
            w.push(" characters");
        }
        (None, Some(max)) => {
            w.push(". At most ");
            w.number(max);
            w.push(" characters");
        }
        (Some(min), None) => {
            w.push(". At least ");
            w.number(min);
            w.push(" characters");
        }
        (None, None) => {}
    }
    if !field.doc.is_empty() {
        w.all([". ", field.doc]);
    }
    w.push(". */\n");
}

/// The rules that a field has together with others.
const fn rules(w: &mut Writer, field: &Field) {
    let mut i = 0;
    while i < field.rules.len() {
        w.push(match field.rules[i].kind {
            RuleKind::TogetherWith => ". Set together with ",
            RuleKind::Excludes => ". Not set beside ",
            RuleKind::AtLeastOneOf => ". Set, unless one of these is: ",
            RuleKind::Requires => ". Requires ",
            RuleKind::OrderedWith => ". In order with ",
            RuleKind::MatchesValuesOf => ". Its values stand in ",
            RuleKind::Magnitude => ". Of fitting magnitude beside ",
        });
        let fields = field.rules[i].fields;
        let (mut j, mut some) = (0, false);
        while j < fields.len() {
            if !same(fields[j], field.name) {
                w.all([if some { ", `" } else { "`" }, fields[j], "`"]);
                some = true;
            }
            j += 1;
        }
        i += 1;
    }
}

const fn order(w: &mut Writer, resource: &Resource) {
    let mut i = 0;
    while i < resource.fields.len() {
        let field = &resource.fields[i];
        if field.filterable {
            w.all(["\n    | \"", field.name, "\"\n    | \"-", field.name, "\""]);
        }
        i += 1;
    }
    if !is_complete(resource) {
        w.push("\n    | (string & {})");
    }
}

/// The member of a client that holds the resources of an application.
pub const fn application(name: &str, out: &mut [u8]) -> usize {
    let mut w = Writer::new(out);
    w.push("/** The resources of the ");
    w.first(name, true);
    w.push(" application. */\nexport interface ");
    w.first(name, true);
    w.push("Resources {}\n\nexport interface Pigello {\n    /** The resources of the ");
    w.first(name, true);
    w.all([" application. */\n    readonly ", name, ": "]);
    w.first(name, true);
    w.push("Resources;\n}\n\n");
    w.length()
}

/// The codes of issues, as a union.
pub const fn codes(out: &mut [u8]) -> usize {
    let mut w = Writer::new(out);
    w.push("/** What can be wrong with a value or with list options. */\nexport type IssueCode =");
    let mut i = 0;
    while i < Code::ALL.len() {
        w.all(["\n    | \"", Code::ALL[i].as_str(), "\""]);
        i += 1;
    }
    w.push(";\n\n");
    w.length()
}

macro_rules! declarations {
    ($($feature:literal $application:ident { $($module:ident)* })*) => {
        $(
            /// The TypeScript of an application.
            #[cfg(feature = $feature)]
            pub mod $application {
                const fn render(out: &mut [u8]) -> usize {
                    super::application(stringify!($application), out)
                }
                /// What holds its resources.
                pub const TEXT: &str = crate::rendered::rendered!(render);

                $(
                    /// The TypeScript of this resource.
                    pub mod $module {
                        use crate::resources::$application::$module::RESOURCE;

                        const fn render(out: &mut [u8]) -> usize {
                            crate::typescript::resource(&RESOURCE, out)
                        }
                        /// The text.
                        pub const TEXT: &str = crate::rendered::rendered!(render);
                    }
                )*
            }
        )*

        /// The TypeScript of every resource, in the order of the list.
        pub const RESOURCES: &[&str] = &[$($(
            #[cfg(feature = $feature)]
            $application::$module::TEXT,
        )*)*];

        #[cfg(all(target_arch = "wasm32", feature = "client"))]
        mod sections {
            use tsify::Tsify;
            use wasm_bindgen::prelude::*;

            $(
                #[cfg(feature = $feature)]
                mod $application {
                    use super::*;

                    #[wasm_bindgen(typescript_custom_section)]
                    const SECTION: &'static str = crate::typescript::$application::TEXT;

                    $(
                        mod $module {
                            use super::*;

                            #[allow(dead_code, reason = "named by the section alone")]
                            enum Declaration {}

                            impl Tsify for Declaration {
                                type JsType = JsValue;
                                const DECL: &'static str = crate::typescript::$application::$module::TEXT;
                            }

                            #[wasm_bindgen(typescript_custom_section)]
                            const SECTION: &'static str = <Declaration as Tsify>::DECL;
                        }
                    )*
                }
            )*

            #[wasm_bindgen(typescript_custom_section)]
            const CODES: &'static str = super::CODES;
        }
    };
}
every_resource!(declarations);

/// The TypeScript of the codes.
pub const CODES: &str = rendered!(codes);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_written_stands_in_bodies_and_not_in_what_is_read() {
        static LOCK: Resource = Resource::new("Lock", "Lock", "/keys/lock/")
            .fields(&[Field::id(), Field::text("code").required().write_only()]);
        let mut out = vec![0; 16_384];
        let length = resource(&LOCK, &mut out);
        let text = str::from_utf8(&out[..length]).unwrap();
        let of = |beginning: &str| text.split(beginning).nth(1).unwrap().split('}').next().unwrap();
        assert!(!of("interface Lock {").contains("code"), "{text}");
        assert!(
            of("interface LockCreate {")
                .contains("    /** code. Required. Write-only: no answer holds it. */\n    code: string;"),
            "{text}"
        );
        assert!(of("interface LockUpdate {").contains("    code?: string | undefined;"), "{text}");
        assert!(of("interface LockForm {").contains("    code?: string;"), "{text}");
    }

    #[test]
    fn a_resource_is_declared_whole() {
        let text = organization::externalclientcontactperson::TEXT;
        for part in [
            "export interface ExternalClientContactPerson {\n",
            "    name: string;\n",
            "    custom_id?: string | null | undefined;\n",
            "    external_client?: ReferenceFilter | undefined;\n",
            "    created_at?: DateTimeFilter | undefined;\n",
            "    | \"-created_at\"\n",
            "    customerColumns?: readonly string[] | undefined;\n",
            "export interface OrganizationResources {\n",
            "    readonly externalClientContactPerson: ResourceClient<",
            "\"list\" | \"bulkWrite\" | \"create\" | \"get\" | \"update\" | \"delete\">;\n",
            "export declare const ExternalClientContactPerson: Schema<",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(!text.contains("\0"));
    }

    #[test]
    fn an_operation_by_the_template_says_so() {
        assert!(accounts::organizationusersegment::TEXT.contains("`create` follows the API's common template"));
    }
}
