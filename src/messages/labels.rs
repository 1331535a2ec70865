//! What to call a field, in English and Swedish. The API's documents have no labels: these are ours, one for each name,
//! whatever resource it stands in.

/// The name of a field for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// In English.
    pub en: &'static str,
    /// In Swedish.
    pub sv: &'static str,
}

/// The label of the field of that name. `None` if no resource declares such a field.
#[expect(clippy::indexing_slicing, reason = "`get` is not const; the bound is asked first")]
pub const fn label(field: &str) -> Option<&'static Label> {
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

/// By name.
#[rustfmt::skip]
static LABELS: &[(&str, Label)] = &[
    ("access_requires_specific_object_connection", Label { en: "Access requires a connection to the object", sv: "Åtkomst kräver koppling till objektet" }),
    ("activation_content_type", Label { en: "Activation content type", sv: "Aktiveringens innehållstyp" }),
    ("activation_object_id", Label { en: "Activation object ID", sv: "Aktiveringens objekt-id" }),
    ("activation_variables", Label { en: "Activation variables", sv: "Aktiveringsvariabler" }),
    ("active_to", Label { en: "Active until", sv: "Aktiv till" }),
    ("add_connection_description_on_invoice", Label { en: "Connection description on invoices", sv: "Kopplingens beskrivning på fakturor" }),
    ("allow_brf_access", Label { en: "Access to the housing cooperative", sv: "Åtkomst till bostadsrättsföreningen" }),
    ("allow_cancel_contract_access", Label { en: "May terminate contracts", sv: "Får säga upp avtal" }),
    ("allow_contracts_access", Label { en: "Access to contracts", sv: "Åtkomst till avtal" }),
    ("allow_errands_access", Label { en: "Access to errands", sv: "Åtkomst till ärenden" }),
    ("allow_errands_access_through_connections", Label { en: "Access to errands through connections", sv: "Åtkomst till ärenden via kopplingar" }),
    ("allow_invoice_access", Label { en: "Access to invoices", sv: "Åtkomst till fakturor" }),
    ("allow_my_pages_access", Label { en: "Access to My pages", sv: "Åtkomst till Mina sidor" }),
    ("allow_notifications", Label { en: "Allow notifications", sv: "Tillåt notiser" }),
    ("allow_objects_access", Label { en: "Access to objects", sv: "Åtkomst till objekt" }),
    ("allow_personal_information_access", Label { en: "Access to personal information", sv: "Åtkomst till personuppgifter" }),
    ("allow_revenue_row_access", Label { en: "Access to revenue rows", sv: "Åtkomst till intäktsrader" }),
    ("allow_token_generation_for_sub_tenants", Label { en: "May create tokens for subtenants", sv: "Får skapa nycklar för andrahandshyresgäster" }),
    ("allow_token_generation_for_tenants", Label { en: "May create tokens for tenants", sv: "Får skapa nycklar för hyresgäster" }),
    ("allowed_access", Label { en: "Allowed access", sv: "Tillåten åtkomst" }),
    ("allows_external_personal_information_sharing", Label { en: "Allows sharing of personal information", sv: "Tillåter att personuppgifter delas" }),
    ("anonymization_name", Label { en: "Name when anonymized", sv: "Namn vid anonymisering" }),
    ("anonymized", Label { en: "Anonymized", sv: "Anonymiserad" }),
    ("apartment_contract", Label { en: "Apartment contract", sv: "Lägenhetsavtal" }),
    ("application_id", Label { en: "Application ID", sv: "Applikations-id" }),
    ("auto_confirm_bookkeeping_after_days", Label { en: "Days until bookkeeping is confirmed", sv: "Dagar tills bokföringen bekräftas" }),
    ("autogiro_disables_invoice_distribution", Label { en: "Direct debit replaces sent invoices", sv: "Autogiro ersätter utskick av fakturor" }),
    ("birth_date", Label { en: "Date of birth", sv: "Födelsedatum" }),
    ("block_email_notifications_for", Label { en: "No email notifications for", sv: "Inga e-postnotiser för" }),
    ("block_notifications_for", Label { en: "No notifications for", sv: "Inga notiser för" }),
    ("block_sms_notifications_for", Label { en: "No text message notifications for", sv: "Inga sms-notiser för" }),
    ("bookkeeping_locked_to", Label { en: "Bookkeeping locked until", sv: "Bokföringen låst till" }),
    ("bookkeeping_month_start", Label { en: "First bookkeeping month", sv: "Bokföringens startmånad" }),
    ("brf_apartment", Label { en: "Housing cooperative apartment", sv: "Bostadsrätt" }),
    ("buildings", Label { en: "Buildings", sv: "Byggnader" }),
    ("category", Label { en: "Category", sv: "Kategori" }),
    ("clashing_priority", Label { en: "Priority in conflicts", sv: "Prioritet vid krock" }),
    ("color_code", Label { en: "Color code", sv: "Färgkod" }),
    ("contract_end_date", Label { en: "Contract end date", sv: "Avtalets slutdatum" }),
    ("contract_start_date", Label { en: "Contract start date", sv: "Avtalets startdatum" }),
    ("corporate_name", Label { en: "Company name", sv: "Företagsnamn" }),
    ("created_at", Label { en: "Created", sv: "Skapad" }),
    ("current_registered_address", Label { en: "Registered address", sv: "Folkbokföringsadress" }),
    ("custom_dimension_category_value", Label { en: "Value of custom dimension", sv: "Värde för egen dimension" }),
    ("custom_id", Label { en: "Custom ID", sv: "Eget id" }),
    ("customer_columns", Label { en: "Customer columns", sv: "Kundkolumner" }),
    ("dates_are_blocking", Label { en: "The dates are blocking", sv: "Datumen är spärrande" }),
    ("debt_distribution_instruction", Label { en: "Distribution of debt claims", sv: "Utskick av inkassokrav" }),
    ("detail_access", Label { en: "Access to details", sv: "Åtkomst till detaljer" }),
    ("email", Label { en: "Email", sv: "E-post" }),
    ("end_date", Label { en: "End date", sv: "Slutdatum" }),
    ("external_client", Label { en: "External client", sv: "Extern kund" }),
    ("external_clients", Label { en: "External clients", sv: "Externa kunder" }),
    ("first_name", Label { en: "First name", sv: "Förnamn" }),
    ("fmi", Label { en: "FMI", sv: "FMI" }),
    ("future_address", Label { en: "Future address", sv: "Framtida adress" }),
    ("gln13_number", Label { en: "GLN", sv: "GLN-nummer" }),
    ("has_sub_tenant_http_invokable_method", Label { en: "Callable by subtenants", sv: "Kan anropas av andrahandshyresgäster" }),
    ("has_tenant_http_invokable_method", Label { en: "Callable by tenants", sv: "Kan anropas av hyresgäster" }),
    ("id", Label { en: "ID", sv: "Id" }),
    ("industrial_premises_contract", Label { en: "Commercial lease", sv: "Lokalavtal" }),
    ("integration_activation_data", Label { en: "Integration activation data", sv: "Integrationens aktiveringsdata" }),
    ("invoice_distribution_instruction", Label { en: "Distribution of invoices", sv: "Utskick av fakturor" }),
    ("invoice_email", Label { en: "Invoice email", sv: "E-post för fakturor" }),
    ("is_active", Label { en: "Active", sv: "Aktiv" }),
    ("is_company", Label { en: "Is a company", sv: "Är ett företag" }),
    ("last_name", Label { en: "Last name", sv: "Efternamn" }),
    ("mfa_has_hotp", Label { en: "Two-step verification with HOTP", sv: "Tvåstegsverifiering med HOTP" }),
    ("mfa_has_totp", Label { en: "Two-step verification with TOTP", sv: "Tvåstegsverifiering med TOTP" }),
    ("name", Label { en: "Name", sv: "Namn" }),
    ("org_no", Label { en: "Organization number", sv: "Organisationsnummer" }),
    ("organization", Label { en: "Organization", sv: "Organisation" }),
    ("outdoor_areas", Label { en: "Outdoor areas", sv: "Utomhusområden" }),
    ("outdoor_section_contract", Label { en: "Outdoor section contract", sv: "Avtal för utomhusyta" }),
    ("parent_sub_tenant", Label { en: "Parent subtenant", sv: "Överordnad andrahandshyresgäst" }),
    ("parking_lots", Label { en: "Parking lots", sv: "Parkeringsplatser" }),
    ("parking_spot_contract", Label { en: "Parking spot contract", sv: "Parkeringsavtal" }),
    ("pending_monitor_approval_amount", Label { en: "Pending approvals", sv: "Väntande godkännanden" }),
    ("peppol_id", Label { en: "Peppol ID", sv: "Peppol-id" }),
    ("personal_information_acceptance_mode", Label { en: "Acceptance of personal information", sv: "Godkännande av personuppgifter" }),
    ("phone_number", Label { en: "Phone number", sv: "Telefonnummer" }),
    ("popular_name", Label { en: "Popular name", sv: "Populärnamn" }),
    ("prefer_invoice_view_only", Label { en: "Prefers to view invoices only", sv: "Vill bara visa fakturor" }),
    ("previous_address", Label { en: "Previous address", sv: "Tidigare adress" }),
    ("profile_picture", Label { en: "Profile picture", sv: "Profilbild" }),
    ("realestates", Label { en: "Real estates", sv: "Fastigheter" }),
    ("receive_email_notifications_for", Label { en: "Email notifications for", sv: "E-postnotiser för" }),
    ("receive_notifications_for", Label { en: "Notifications for", sv: "Notiser för" }),
    ("receive_sms_notifications_for", Label { en: "Text message notifications for", sv: "Sms-notiser för" }),
    ("registered_ip_addresses", Label { en: "Registered IP addresses", sv: "Registrerade IP-adresser" }),
    ("reminder_distribution_instruction", Label { en: "Distribution of reminders", sv: "Utskick av påminnelser" }),
    ("require_personal_information_access", Label { en: "Requires access to personal information", sv: "Kräver åtkomst till personuppgifter" }),
    ("requires_sole_category_ownership", Label { en: "Must be alone in its category", sv: "Måste vara ensam i sin kategori" }),
    ("role", Label { en: "Role", sv: "Roll" }),
    ("segment", Label { en: "Segment", sv: "Segment" }),
    ("send_out_distribution_instruction", Label { en: "Distribution of mailings", sv: "Utskick av meddelanden" }),
    ("service_id", Label { en: "Service ID", sv: "Tjänste-id" }),
    ("service_version_id", Label { en: "Service version ID", sv: "Tjänsteversionens id" }),
    ("signed_time", Label { en: "Signed", sv: "Signerat" }),
    ("sni_number", Label { en: "SNI code", sv: "SNI-kod" }),
    ("ssn", Label { en: "Personal identity number", sv: "Personnummer" }),
    ("ssn_is_coordination_number", Label { en: "Is a coordination number", sv: "Är ett samordningsnummer" }),
    ("stakeholder_type", Label { en: "Type of stakeholder", sv: "Typ av intressent" }),
    ("start_date", Label { en: "Start date", sv: "Startdatum" }),
    ("status", Label { en: "Status", sv: "Status" }),
    ("sub_tenant", Label { en: "Subtenant", sv: "Andrahandshyresgäst" }),
    ("subscribes_to_events", Label { en: "Subscribes to events", sv: "Prenumererar på händelser" }),
    ("tags", Label { en: "Tags", sv: "Taggar" }),
    ("template_email_notifications", Label { en: "Templates for email notifications", sv: "Mallar för e-postnotiser" }),
    ("template_notifications", Label { en: "Templates for notifications", sv: "Mallar för notiser" }),
    ("template_sms_notifications", Label { en: "Templates for text message notifications", sv: "Mallar för sms-notiser" }),
    ("tenant", Label { en: "Tenant", sv: "Hyresgäst" }),
    ("title", Label { en: "Title", sv: "Titel" }),
    ("user", Label { en: "User", sv: "Användare" }),
    ("username", Label { en: "Username", sv: "Användarnamn" }),
    ("work_engagement", Label { en: "Work engagement", sv: "Arbetsuppdrag" }),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels are there while compiling, for the types that are made then.
    const SSN: Option<&Label> = label("ssn");

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
        }
        for unknown in ["", "i", "idd", "ID", "external", "zzz", "ssn\0"] {
            assert_eq!(label(unknown), None, "{unknown}");
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
