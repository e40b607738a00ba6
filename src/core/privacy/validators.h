#pragma once

#include <optional>
#include <span>
#include <string_view>

/// Whether a text is a number of a certain kind: its form, its check digits, and what else its
/// issuer says of it. Spaces and hyphens between do not count, nor the case of letters.
namespace cartouche::privacy {

using Validator = bool (*)(std::string_view text);

struct NamedValidator {
    std::string_view name; // of its country and the number: "de_idnr"
    Validator isValid;
};

/// All there are.
std::span<const NamedValidator> validators();

/// nullptr if there is none of that name.
Validator findValidator(std::string_view name);

// Of all countries, or none.
bool isLuhnNumber(std::string_view text);
bool isVerhoeffNumber(std::string_view text);
bool isCreditCard(std::string_view text); // 12 to 19 digits, ISO/IEC 7812
bool isIban(std::string_view text);       // ISO 13616, with each country's length
bool isImei(std::string_view text);
bool isIsin(std::string_view text); // ISO 6166
bool isEan13(std::string_view text);
bool isIsbn(std::string_view text); // of 10 or 13 digits
bool isIsbn10(std::string_view text);
bool isVin(std::string_view text); // ISO 3779, with the check digit of North America
bool isMacAddress(std::string_view text);
bool isIpAddress(std::string_view text); // either version
bool isBitcoinAddress(std::string_view text);

// Of the Americas.
bool isAbaRoutingNumber(std::string_view text);
bool isUsSsn(std::string_view text); // no check digit: who asks needs more to go by
bool isUsItin(std::string_view text);
bool isUsNpi(std::string_view text);
bool isUsDea(std::string_view text);
bool isCanadianSin(std::string_view text);
bool isBrazilianCpf(std::string_view text);
bool isBrazilianCnpj(std::string_view text);
bool isChileanRut(std::string_view text);
bool isMexicanCurp(std::string_view text);

// Of Europe.
bool isBelgianNn(std::string_view text);
bool isGermanIdnr(std::string_view text);
bool isGermanVat(std::string_view text);
bool isSpanishNif(std::string_view text);
bool isSpanishNie(std::string_view text);
bool isFinnishHetu(std::string_view text);
bool isFrenchNir(std::string_view text);
bool isBritishNhs(std::string_view text);
bool isBritishNino(std::string_view text);
bool isItalianCodiceFiscale(std::string_view text);
bool isItalianPartitaIva(std::string_view text);
bool isDutchBsn(std::string_view text);
bool isNorwegianFnr(std::string_view text);
bool isPolishPesel(std::string_view text);
bool isRussianInn(std::string_view text);
bool isRussianSnils(std::string_view text);
bool isSwedishPersonnummer(std::string_view text);

// Of Asia, Africa and Australia.
bool isChineseRic(std::string_view text);
bool isIndianAadhaar(std::string_view text);
bool isIndianPan(std::string_view text);
bool isKoreanRrn(std::string_view text);
bool isThaiPin(std::string_view text);
bool isTurkishTckn(std::string_view text);
bool isSouthAfricanId(std::string_view text);
bool isAustralianAbn(std::string_view text);
bool isAustralianAcn(std::string_view text);
bool isAustralianTfn(std::string_view text);
bool isAustralianMedicare(std::string_view text);

} // namespace cartouche::privacy
