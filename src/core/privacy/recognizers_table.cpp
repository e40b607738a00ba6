#include "core/privacy/recognizers_table.h"

#include <array>

namespace cartouche::privacy {

namespace {

constexpr double kSure = 1.0;
constexpr double kLikely = 0.6;
constexpr double kPlain = 0.3; // found only with a word: digits, and no form of their own
constexpr double kWeak = 0.05; // the same, of anything in that form

constexpr std::string_view kCard = "card|credit|debit|visa|mastercard|amex|cc";
constexpr std::string_view kSsn = "social|security|ssn|ssid";
constexpr std::string_view kItin = "taxpayer|itin|taxid|tin";
constexpr std::string_view kBank = "aba|routing|bank|rtn";
constexpr std::string_view kAccount = "account|acct|bank|konto|compte|cuenta";
constexpr std::string_view kPassport = "passport|pasaporte|passeport|reisepass";
constexpr std::string_view kLicense = "driver|license|licence|permit|lic|dls|cdls";
constexpr std::string_view kSin = "sin|insurance|nas|assurance";
constexpr std::string_view kNhs = "nhs|health";
constexpr std::string_view kNino = "nino|insurance|ni";
constexpr std::string_view kGermanTax = "steuer|idnr|tin|tax";
constexpr std::string_view kBelgian = "rijksregister|registre|national|insz|niss|nrn";
constexpr std::string_view kBsn = "bsn|burgerservice|sofi";
constexpr std::string_view kNorwegian = "fødsels|fodsels|personnummer|fnr";
constexpr std::string_view kSwedish = "personnummer|personal|identity|pnr";
constexpr std::string_view kAadhaar = "aadhaar|aadhar|uidai|uid";
constexpr std::string_view kPan = "pan|permanent|income";
constexpr std::string_view kRrn = "rrn|resident|주민";
constexpr std::string_view kThai = "thai|citizen|บัตร|ประชาชน";
constexpr std::string_view kTurkish = "kimlik|tckn|turkish|tc";
constexpr std::string_view kSouthAfrica = "africa|identity|rsa|id";
constexpr std::string_view kPlate =
    "plate|registration|kennzeichen|immatriculation|targa|matrícula|matricula|kenteken";
constexpr std::string_view kVehicle = "vin|vehicle|chassis|fahrgestell";

constexpr std::array kForms{
    NumberForm{"CREDIT_CARD", "9999_9999_9999_9999", kSure, isCreditCard, kCard},
    NumberForm{"CREDIT_CARD", "9999_9999_9999_9999_999", kSure, isCreditCard, kCard},
    NumberForm{"CREDIT_CARD", "9999_999999_999999?", kSure, isCreditCard, kCard},
    NumberForm{"CREDIT_CARD", "999999999999999?9?9?9?9?", kSure, isCreditCard, kCard},
    NumberForm{"CREDIT_CARD", "9999999999999?", kPlain, isCreditCard, kCard},
    NumberForm{"CRYPTO", "0xhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh", 0.9, nullptr, ""},
    NumberForm{"IMEI", "99_999999_999999_9", kPlain, isImei, "imei|phone|serial"},
    NumberForm{"VIN", "XXXXXXXXXXXXXXXXX", kLikely, isVin, kVehicle},
    NumberForm{"LICENSE_PLATE", "AA99_AAA", kWeak, nullptr, kPlate},
    NumberForm{"LICENSE_PLATE", "AA_999_AA", kWeak, nullptr, kPlate},
    NumberForm{"LICENSE_PLATE", "AA?A?_AA?_999?9?", kWeak, nullptr, kPlate},
    NumberForm{"LICENSE_PLATE", "9AAA999", kWeak, nullptr, kPlate},
    NumberForm{"LICENSE_PLATE", "AAA_9999?", kWeak, nullptr, kPlate},

    NumberForm{"US_SSN", "999-99-9999", kLikely, isUsSsn, kSsn},
    NumberForm{"US_SSN", "999 99 9999", 0.5, isUsSsn, kSsn},
    NumberForm{"US_SSN", "999999999", kWeak, isUsSsn, kSsn},
    NumberForm{"US_ITIN", "999-99-9999", kLikely, isUsItin, kItin},
    NumberForm{"US_ITIN", "999 99 9999", 0.5, isUsItin, kItin},
    NumberForm{"US_ITIN", "999999999", kWeak, isUsItin, kItin},
    NumberForm{"ABA_ROUTING_NUMBER", "999999999", kPlain, isAbaRoutingNumber, kBank},
    NumberForm{"ABA_ROUTING_NUMBER", "9999-9999-9", kLikely, isAbaRoutingNumber, kBank},
    NumberForm{"US_BANK_NUMBER", "999999999?9?9?9?9?9?9?9?9?", kWeak, nullptr, kAccount},
    NumberForm{"US_PASSPORT", "X99999999", kWeak, nullptr, kPassport},
    NumberForm{"US_DRIVER_LICENSE", "A9999999?9?9?9?9?9?", kPlain, nullptr, kLicense},
    NumberForm{"US_DRIVER_LICENSE", "AA9999999?9?", kPlain, nullptr, kLicense},
    NumberForm{"US_DRIVER_LICENSE", "9999999?9?9?", kWeak, nullptr, kLicense},
    NumberForm{"US_NPI", "9999999999", kWeak, isUsNpi, "npi|provider"},
    NumberForm{"US_DEA", "AX9999999", 0.5, isUsDea, "dea|prescriber"},
    NumberForm{"CA_SIN", "999-999-999", kLikely, isCanadianSin, kSin},
    NumberForm{"CA_SIN", "999 999 999", 0.5, isCanadianSin, kSin},
    NumberForm{"CA_SIN", "999999999", kWeak, isCanadianSin, kSin},
    NumberForm{"BR_CPF", "999.999.999-99", kSure, isBrazilianCpf, "cpf"},
    NumberForm{"BR_CPF", "99999999999", kPlain, isBrazilianCpf, "cpf"},
    NumberForm{"BR_CNPJ", "XX.XXX.XXX/XXXX-99", kSure, isBrazilianCnpj, "cnpj"},
    NumberForm{"BR_CNPJ", "99999999999999", kPlain, isBrazilianCnpj, "cnpj"},
    NumberForm{"CL_RUT", "9.999.999-X", kSure, isChileanRut, "rut|run"},
    NumberForm{"CL_RUT", "99.999.999-X", kSure, isChileanRut, "rut|run"},
    NumberForm{"CL_RUT", "99999999?-X", kLikely, isChileanRut, "rut|run"},
    NumberForm{"MX_CURP", "AAAA999999AAAAAAX9", kSure, isMexicanCurp, "curp"},

    NumberForm{"BE_NATIONAL_NUMBER", "99.99.99-999.99", kSure, isBelgianNn, kBelgian},
    NumberForm{"BE_NATIONAL_NUMBER", "99999999999", kPlain, isBelgianNn, kBelgian},
    NumberForm{"DE_TAX_ID", "99 999 999 999", kLikely, isGermanIdnr, kGermanTax},
    NumberForm{"DE_TAX_ID", "99999999999", kPlain, isGermanIdnr, kGermanTax},
    NumberForm{"DE_VAT", "DE_999999999", kSure, isGermanVat, "ust|vat"},
    NumberForm{"ES_NIF", "99999999_A", kSure, isSpanishNif, "dni|nif"},
    NumberForm{"ES_NIE", "A_9999999_A", kSure, isSpanishNie, "nie"},
    NumberForm{"FI_HETU", "999999S999X", kSure, isFinnishHetu, "hetu|henkilö"},
    NumberForm{"FR_NIR", "9_99_99_9X_999_999_99", kSure, isFrenchNir, "nir|sécurité|sociale"},
    NumberForm{"UK_NHS", "999 999 9999", kLikely, isBritishNhs, kNhs},
    NumberForm{"UK_NHS", "999-999-9999", kPlain, isBritishNhs, kNhs},
    NumberForm{"UK_NHS", "9999999999", kWeak, isBritishNhs, kNhs},
    NumberForm{"UK_NINO", "AA_99_99_99_A", 0.5, isBritishNino, kNino},
    NumberForm{"IT_FISCAL_CODE", "AAAAAAXXAXXAXXXA", kSure, isItalianCodiceFiscale, "fiscale"},
    NumberForm{"IT_VAT", "99999999999", kPlain, isItalianPartitaIva, "iva"},
    NumberForm{"NL_BSN", "9999.99.999", kLikely, isDutchBsn, kBsn},
    NumberForm{"NL_BSN", "999999999", kPlain, isDutchBsn, kBsn},
    NumberForm{"NO_FNR", "999999_99999", 0.5, isNorwegianFnr, kNorwegian},
    NumberForm{"PL_PESEL", "99999999999", kPlain, isPolishPesel, "pesel"},
    NumberForm{"RU_INN", "9999999999", kPlain, isRussianInn, "инн|inn"},
    NumberForm{"RU_INN", "999999999999", kPlain, isRussianInn, "инн|inn"},
    NumberForm{"RU_SNILS", "999-999-999_99", kSure, isRussianSnils, "снилс|snils"},
    NumberForm{"RU_SNILS", "99999999999", kPlain, isRussianSnils, "снилс|snils"},
    NumberForm{"SE_PERSONNUMMER", "999999-9999", kLikely, isSwedishPersonnummer, kSwedish},
    NumberForm{"SE_PERSONNUMMER", "99999999-9999", 0.8, isSwedishPersonnummer, kSwedish},
    NumberForm{"SE_PERSONNUMMER", "999999999999?9?", kPlain, isSwedishPersonnummer, kSwedish},

    NumberForm{"CN_RESIDENT_ID", "99999999999999999X", kSure, isChineseRic, "身份证"},
    NumberForm{"IN_AADHAAR", "9999 9999 9999", kLikely, isIndianAadhaar, kAadhaar},
    NumberForm{"IN_AADHAAR", "9999-9999-9999", kLikely, isIndianAadhaar, kAadhaar},
    NumberForm{"IN_AADHAAR", "999999999999", kPlain, isIndianAadhaar, kAadhaar},
    NumberForm{"IN_PAN", "AAAAA9999A", 0.5, isIndianPan, kPan},
    NumberForm{"KR_RRN", "999999-9999999", 0.9, isKoreanRrn, kRrn},
    NumberForm{"KR_RRN", "9999999999999", kPlain, isKoreanRrn, kRrn},
    NumberForm{"TH_PIN", "9-9999-99999-99-9", kSure, isThaiPin, kThai},
    NumberForm{"TH_PIN", "9999999999999", kPlain, isThaiPin, kThai},
    NumberForm{"TR_TCKN", "99999999999", kPlain, isTurkishTckn, kTurkish},
    NumberForm{"ZA_ID", "9999999999999", kPlain, isSouthAfricanId, kSouthAfrica},
    NumberForm{"AU_ABN", "99 999 999 999", kLikely, isAustralianAbn, "abn|business"},
    NumberForm{"AU_ABN", "99999999999", kPlain, isAustralianAbn, "abn|business"},
    NumberForm{"AU_ACN", "999 999 999", kPlain, isAustralianAcn, "acn|company"},
    NumberForm{"AU_TFN", "999_999_999", kPlain, isAustralianTfn, "tfn|tax"},
    NumberForm{"AU_MEDICARE", "9999 99999 9", kLikely, isAustralianMedicare, "medicare"},
    NumberForm{"AU_MEDICARE", "9999999999", kPlain, isAustralianMedicare, "medicare"},
};

} // namespace

std::span<const NumberForm> numberForms() {
    return kForms;
}

} // namespace cartouche::privacy
