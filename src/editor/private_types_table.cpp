#include "editor/private_types_table.h"

#include <array>

namespace cartouche::editor {

namespace {

constexpr std::array kTypes{
    PrivateType{"ABA_ROUTING_NUMBER", "private-type.aba-routing-number"},
    PrivateType{"AU_ABN", "private-type.au-abn"},
    PrivateType{"AU_ACN", "private-type.au-acn"},
    PrivateType{"AU_MEDICARE", "private-type.au-medicare"},
    PrivateType{"AU_TFN", "private-type.au-tfn"},
    PrivateType{"BE_NATIONAL_NUMBER", "private-type.be-national-number"},
    PrivateType{"BR_CNPJ", "private-type.br-cnpj"},
    PrivateType{"BR_CPF", "private-type.br-cpf"},
    PrivateType{"CA_SIN", "private-type.ca-sin"},
    PrivateType{"CL_RUT", "private-type.cl-rut"},
    PrivateType{"CN_RESIDENT_ID", "private-type.cn-resident-id"},
    PrivateType{"CREDIT_CARD", "private-type.credit-card"},
    PrivateType{"CRYPTO", "private-type.crypto"},
    PrivateType{"DATE_TIME", "private-type.date-time"},
    PrivateType{"DE_TAX_ID", "private-type.de-tax-id"},
    PrivateType{"DE_VAT", "private-type.de-vat"},
    PrivateType{"EMAIL_ADDRESS", "private-type.email-address"},
    PrivateType{"ES_NIE", "private-type.es-nie"},
    PrivateType{"ES_NIF", "private-type.es-nif"},
    PrivateType{"FI_HETU", "private-type.fi-hetu"},
    PrivateType{"FR_NIR", "private-type.fr-nir"},
    PrivateType{"IBAN_CODE", "private-type.iban-code"},
    PrivateType{"IMEI", "private-type.imei"},
    PrivateType{"IN_AADHAAR", "private-type.in-aadhaar"},
    PrivateType{"IN_PAN", "private-type.in-pan"},
    PrivateType{"IP_ADDRESS", "private-type.ip-address"},
    PrivateType{"IT_FISCAL_CODE", "private-type.it-fiscal-code"},
    PrivateType{"IT_VAT", "private-type.it-vat"},
    PrivateType{"KR_RRN", "private-type.kr-rrn"},
    PrivateType{"LICENSE_PLATE", "private-type.license-plate"},
    PrivateType{"MAC_ADDRESS", "private-type.mac-address"},
    PrivateType{"MX_CURP", "private-type.mx-curp"},
    PrivateType{"NL_BSN", "private-type.nl-bsn"},
    PrivateType{"NO_FNR", "private-type.no-fnr"},
    PrivateType{"PERSON", "private-type.person"},
    PrivateType{"PHONE_NUMBER", "private-type.phone-number"},
    PrivateType{"PL_PESEL", "private-type.pl-pesel"},
    PrivateType{"RU_INN", "private-type.ru-inn"},
    PrivateType{"RU_SNILS", "private-type.ru-snils"},
    PrivateType{"SE_PERSONNUMMER", "private-type.se-personnummer"},
    PrivateType{"TH_PIN", "private-type.th-pin"},
    PrivateType{"TR_TCKN", "private-type.tr-tckn"},
    PrivateType{"UK_NHS", "private-type.uk-nhs"},
    PrivateType{"UK_NINO", "private-type.uk-nino"},
    PrivateType{"URL", "private-type.url"},
    PrivateType{"US_BANK_NUMBER", "private-type.us-bank-number"},
    PrivateType{"US_DEA", "private-type.us-dea"},
    PrivateType{"US_DRIVER_LICENSE", "private-type.us-driver-license"},
    PrivateType{"US_ITIN", "private-type.us-itin"},
    PrivateType{"US_NPI", "private-type.us-npi"},
    PrivateType{"US_PASSPORT", "private-type.us-passport"},
    PrivateType{"US_SSN", "private-type.us-ssn"},
    PrivateType{"VIN", "private-type.vin"},
    PrivateType{"ZA_ID", "private-type.za-id"},
};

} // namespace

std::span<const PrivateType> privateTypes() {
    return kTypes;
}

} // namespace cartouche::editor
