//! What to call a field, in English and Swedish. The API's documents have no labels: these are ours (our decision), one
//! for each name, whatever resource it stands in.

use super::table;
use crate::rules::text::cut;

/// The name of a field for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// In English.
    pub en: &'static str,
    /// In Swedish.
    pub sv: &'static str,
}

/// The label of the field of that name. `None` if no resource declares such a field.
pub fn label(field: &str) -> Option<Label> {
    let (en, sv) = cut(table::named(TABLE, field)?, b'\t');
    Some(Label { en, sv })
}

/// The same while compiling.
#[expect(clippy::indexing_slicing, reason = "`get` is not const; the bound is asked first")]
pub const fn const_label(field: &str) -> Option<&'static Label> {
    let mut at = 0;
    while at < LABELS.len() {
        let (name, label) = &LABELS[at];
        if is_same(name.as_bytes(), field.as_bytes()) {
            return Some(label);
        }
        at += 1;
    }
    None
}

/// `==`, which is not const for text.
const fn is_same(a: &[u8], b: &[u8]) -> bool {
    let (mut a, mut b) = (a, b);
    if a.len() != b.len() {
        return false;
    }
    while let ([first, rest @ ..], [other, other_rest @ ..]) = (a, b) {
        if *first != *other {
            return false;
        }
        (a, b) = (rest, other_rest);
    }
    true
}

macro_rules! labels {
    ($($name:literal: $en:literal, $sv:literal;)*) => {
        /// For the types, which are made while compiling: nothing of it is in the wasm.
        const LABELS: &[(&str, Label)] = &[$(($name, Label { en: $en, sv: $sv })),*];
        /// For the wasm.
        static TABLE: &str = concat!($($name, "\t", $en, "\t", $sv, "\n"),*);
    };
}

// By name.
labels! {
    "access_requires_specific_object_connection": "Access requires a connection to the object", "Åtkomst kräver koppling till objektet";
    "activation_content_type": "Activation content type", "Aktiveringens innehållstyp";
    "activation_object_id": "Activation object ID", "Aktiveringens objekt-id";
    "activation_variables": "Activation variables", "Aktiveringsvariabler";
    "active_to": "Active until", "Aktiv till";
    "add_connection_description_on_invoice": "Connection description on invoices", "Kopplingens beskrivning på fakturor";
    "allow_brf_access": "Access to the housing cooperative", "Åtkomst till bostadsrättsföreningen";
    "allow_cancel_contract_access": "May terminate contracts", "Får säga upp avtal";
    "allow_contracts_access": "Access to contracts", "Åtkomst till avtal";
    "allow_errands_access": "Access to errands", "Åtkomst till ärenden";
    "allow_errands_access_through_connections": "Access to errands through connections", "Åtkomst till ärenden via kopplingar";
    "allow_invoice_access": "Access to invoices", "Åtkomst till fakturor";
    "allow_my_pages_access": "Access to My pages", "Åtkomst till Mina sidor";
    "allow_notifications": "Allow notifications", "Tillåt notiser";
    "allow_objects_access": "Access to objects", "Åtkomst till objekt";
    "allow_personal_information_access": "Access to personal information", "Åtkomst till personuppgifter";
    "allow_revenue_row_access": "Access to revenue rows", "Åtkomst till intäktsrader";
    "allow_token_generation_for_sub_tenants": "May create tokens for subtenants", "Får skapa nycklar för andrahandshyresgäster";
    "allow_token_generation_for_tenants": "May create tokens for tenants", "Får skapa nycklar för hyresgäster";
    "allowed_access": "Allowed access", "Tillåten åtkomst";
    "allows_external_personal_information_sharing": "Allows sharing of personal information", "Tillåter att personuppgifter delas";
    "anonymization_name": "Name when anonymized", "Namn vid anonymisering";
    "anonymized": "Anonymized", "Anonymiserad";
    "apartment_contract": "Apartment contract", "Lägenhetsavtal";
    "application_id": "Application ID", "Applikations-id";
    "auto_confirm_bookkeeping_after_days": "Days until bookkeeping is confirmed", "Dagar tills bokföringen bekräftas";
    "autogiro_disables_invoice_distribution": "Direct debit replaces sent invoices", "Autogiro ersätter utskick av fakturor";
    "birth_date": "Date of birth", "Födelsedatum";
    "block_email_notifications_for": "No email notifications for", "Inga e-postnotiser för";
    "block_notifications_for": "No notifications for", "Inga notiser för";
    "block_sms_notifications_for": "No text message notifications for", "Inga sms-notiser för";
    "bookkeeping_locked_to": "Bookkeeping locked until", "Bokföringen låst till";
    "bookkeeping_month_start": "First bookkeeping month", "Bokföringens startmånad";
    "brf_apartment": "Housing cooperative apartment", "Bostadsrätt";
    "buildings": "Buildings", "Byggnader";
    "category": "Category", "Kategori";
    "clashing_priority": "Priority in conflicts", "Prioritet vid krock";
    "color_code": "Color code", "Färgkod";
    "contract_end_date": "Contract end date", "Avtalets slutdatum";
    "contract_start_date": "Contract start date", "Avtalets startdatum";
    "corporate_name": "Company name", "Företagsnamn";
    "created_at": "Created", "Skapad";
    "current_registered_address": "Registered address", "Folkbokföringsadress";
    "custom_dimension_category_value": "Value of custom dimension", "Värde för egen dimension";
    "custom_id": "Custom ID", "Eget id";
    "customer_columns": "Customer columns", "Kundkolumner";
    "dates_are_blocking": "The dates are blocking", "Datumen är spärrande";
    "debt_distribution_instruction": "Distribution of debt claims", "Utskick av inkassokrav";
    "detail_access": "Access to details", "Åtkomst till detaljer";
    "email": "Email", "E-post";
    "end_date": "End date", "Slutdatum";
    "external_client": "External client", "Extern kund";
    "external_clients": "External clients", "Externa kunder";
    "first_name": "First name", "Förnamn";
    "fmi": "FMI", "FMI";
    "future_address": "Future address", "Framtida adress";
    "gln13_number": "GLN", "GLN-nummer";
    "has_sub_tenant_http_invokable_method": "Callable by subtenants", "Kan anropas av andrahandshyresgäster";
    "has_tenant_http_invokable_method": "Callable by tenants", "Kan anropas av hyresgäster";
    "id": "ID", "Id";
    "industrial_premises_contract": "Commercial lease", "Lokalavtal";
    "integration_activation_data": "Integration activation data", "Integrationens aktiveringsdata";
    "invoice_distribution_instruction": "Distribution of invoices", "Utskick av fakturor";
    "invoice_email": "Invoice email", "E-post för fakturor";
    "is_active": "Active", "Aktiv";
    "is_company": "Is a company", "Är ett företag";
    "last_name": "Last name", "Efternamn";
    "mfa_has_hotp": "Two-step verification with HOTP", "Tvåstegsverifiering med HOTP";
    "mfa_has_totp": "Two-step verification with TOTP", "Tvåstegsverifiering med TOTP";
    "name": "Name", "Namn";
    "org_no": "Organization number", "Organisationsnummer";
    "organization": "Organization", "Organisation";
    "outdoor_areas": "Outdoor areas", "Utomhusområden";
    "outdoor_section_contract": "Outdoor section contract", "Avtal för utomhusyta";
    "parent_sub_tenant": "Parent subtenant", "Överordnad andrahandshyresgäst";
    "parking_lots": "Parking lots", "Parkeringsplatser";
    "parking_spot_contract": "Parking spot contract", "Parkeringsavtal";
    "pending_monitor_approval_amount": "Pending approvals", "Väntande godkännanden";
    "peppol_id": "Peppol ID", "Peppol-id";
    "personal_information_acceptance_mode": "Acceptance of personal information", "Godkännande av personuppgifter";
    "phone_number": "Phone number", "Telefonnummer";
    "popular_name": "Popular name", "Populärnamn";
    "prefer_invoice_view_only": "Prefers to view invoices only", "Vill bara visa fakturor";
    "previous_address": "Previous address", "Tidigare adress";
    "profile_picture": "Profile picture", "Profilbild";
    "realestates": "Real estates", "Fastigheter";
    "receive_email_notifications_for": "Email notifications for", "E-postnotiser för";
    "receive_notifications_for": "Notifications for", "Notiser för";
    "receive_sms_notifications_for": "Text message notifications for", "Sms-notiser för";
    "registered_ip_addresses": "Registered IP addresses", "Registrerade IP-adresser";
    "reminder_distribution_instruction": "Distribution of reminders", "Utskick av påminnelser";
    "require_personal_information_access": "Requires access to personal information", "Kräver åtkomst till personuppgifter";
    "requires_sole_category_ownership": "Must be alone in its category", "Måste vara ensam i sin kategori";
    "role": "Role", "Roll";
    "segment": "Segment", "Segment";
    "send_out_distribution_instruction": "Distribution of mailings", "Utskick av meddelanden";
    "service_id": "Service ID", "Tjänste-id";
    "service_version_id": "Service version ID", "Tjänsteversionens id";
    "signed_time": "Signed", "Signerat";
    "sni_number": "SNI code", "SNI-kod";
    "ssn": "Personal identity number", "Personnummer";
    "ssn_is_coordination_number": "Is a coordination number", "Är ett samordningsnummer";
    "stakeholder_type": "Type of stakeholder", "Typ av intressent";
    "start_date": "Start date", "Startdatum";
    "status": "Status", "Status";
    "sub_tenant": "Subtenant", "Andrahandshyresgäst";
    "subscribes_to_events": "Subscribes to events", "Prenumererar på händelser";
    "tags": "Tags", "Taggar";
    "template_email_notifications": "Templates for email notifications", "Mallar för e-postnotiser";
    "template_notifications": "Templates for notifications", "Mallar för notiser";
    "template_sms_notifications": "Templates for text message notifications", "Mallar för sms-notiser";
    "tenant": "Tenant", "Hyresgäst";
    "title": "Title", "Titel";
    "user": "User", "Användare";
    "username": "Username", "Användarnamn";
    "work_engagement": "Work engagement", "Arbetsuppdrag";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels are there while compiling, for the types that are made then.
    const SSN: Option<&Label> = const_label("ssn");

    #[test]
    fn a_field_has_its_label() {
        assert_eq!(SSN, Some(&Label { en: "Personal identity number", sv: "Personnummer" }));
        for (field, sv) in [
            ("access_requires_specific_object_connection", "Åtkomst kräver koppling till objektet"),
            ("external_client", "Extern kund"),
            ("external_clients", "Externa kunder"),
            ("org_no", "Organisationsnummer"),
            ("tenant", "Hyresgäst"),
            ("work_engagement", "Arbetsuppdrag"),
        ] {
            assert_eq!(label(field).map(|label| label.sv), Some(sv));
            assert_eq!(const_label(field).copied(), label(field));
        }
        for unknown in ["", "i", "idd", "ID", "external", "zzz", "ssn\0"] {
            assert_eq!(label(unknown), None, "{unknown}");
            assert_eq!(const_label(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn the_list_is_sorted_and_has_no_name_twice() {
        assert!(LABELS.len() > 100);
        assert!(LABELS.is_sorted_by(|(a, _), (b, _)| a < b));
    }

    #[test]
    fn labels_begin_with_a_capital_and_end_without_a_sign() {
        for (name, label) in LABELS {
            for text in [label.en, label.sv] {
                assert!(text.chars().next().is_some_and(char::is_uppercase), "{name}: {text}");
                assert!(text.ends_with(char::is_alphanumeric) && text.len() < 50, "{name}: {text}");
            }
        }
    }

    #[test]
    fn two_fields_do_not_share_a_label() {
        for pick in [|label: &Label| label.en, |label: &Label| label.sv] {
            let mut texts: Vec<&str> = LABELS.iter().map(|(_, label)| pick(label)).collect();
            texts.sort_unstable();
            texts.dedup();
            assert_eq!(texts.len(), LABELS.len());
        }
    }
}
