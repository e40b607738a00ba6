#include "core/privacy/validators.h"

#include <algorithm>
#include <array>

namespace cartouche::privacy {

namespace {

constexpr std::array kValidators{
    NamedValidator{"aba_rtn", isAbaRoutingNumber},
    NamedValidator{"au_abn", isAustralianAbn},
    NamedValidator{"au_acn", isAustralianAcn},
    NamedValidator{"au_medicare", isAustralianMedicare},
    NamedValidator{"au_tfn", isAustralianTfn},
    NamedValidator{"be_nn", isBelgianNn},
    NamedValidator{"bitcoin", isBitcoinAddress},
    NamedValidator{"br_cnpj", isBrazilianCnpj},
    NamedValidator{"br_cpf", isBrazilianCpf},
    NamedValidator{"ca_sin", isCanadianSin},
    NamedValidator{"cl_rut", isChileanRut},
    NamedValidator{"cn_ric", isChineseRic},
    NamedValidator{"credit_card", isCreditCard},
    NamedValidator{"de.vat", isGermanVat},
    NamedValidator{"de_idnr", isGermanIdnr},
    NamedValidator{"ean13", isEan13},
    NamedValidator{"es_nie", isSpanishNie},
    NamedValidator{"es_nif", isSpanishNif},
    NamedValidator{"fi_hetu", isFinnishHetu},
    NamedValidator{"fr_nir", isFrenchNir},
    NamedValidator{"iban", isIban},
    NamedValidator{"imei", isImei},
    NamedValidator{"in_aadhaar", isIndianAadhaar},
    NamedValidator{"in_pan", isIndianPan},
    NamedValidator{"ip", isIpAddress},
    NamedValidator{"isbn", isIsbn},
    NamedValidator{"isbn10", isIsbn10},
    NamedValidator{"isin", isIsin},
    NamedValidator{"it_cf", isItalianCodiceFiscale},
    NamedValidator{"it_piva", isItalianPartitaIva},
    NamedValidator{"kr_rrn", isKoreanRrn},
    NamedValidator{"luhn_ok", isLuhnNumber},
    NamedValidator{"mac", isMacAddress},
    NamedValidator{"mx_curp", isMexicanCurp},
    NamedValidator{"nl_bsn", isDutchBsn},
    NamedValidator{"no_fnr", isNorwegianFnr},
    NamedValidator{"pl_pesel", isPolishPesel},
    NamedValidator{"ru_inn", isRussianInn},
    NamedValidator{"ru_snils", isRussianSnils},
    NamedValidator{"se_personnummer", isSwedishPersonnummer},
    NamedValidator{"th_pin", isThaiPin},
    NamedValidator{"tr_tckn", isTurkishTckn},
    NamedValidator{"uk_nhs", isBritishNhs},
    NamedValidator{"uk_nino", isBritishNino},
    NamedValidator{"us_dea", isUsDea},
    NamedValidator{"us_itin", isUsItin},
    NamedValidator{"us_npi", isUsNpi},
    NamedValidator{"us_ssn", isUsSsn},
    NamedValidator{"verhoeff_ok", isVerhoeffNumber},
    NamedValidator{"vin", isVin},
    NamedValidator{"za_id", isSouthAfricanId},
};

} // namespace

std::span<const NamedValidator> validators() {
    return kValidators;
}

Validator findValidator(std::string_view name) {
    const auto found = std::ranges::find(kValidators, name, &NamedValidator::name);
    return found == kValidators.end() ? nullptr : found->isValid;
}

} // namespace cartouche::privacy
