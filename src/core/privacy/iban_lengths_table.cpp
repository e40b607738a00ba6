#include "core/privacy/iban_lengths_table.h"

namespace cartouche::privacy {

namespace {

/// A country's two letters, then its length in two digits.
constexpr std::string_view kLengths =
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 "
    "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 "
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
    "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 "
    "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";
constexpr std::size_t kEntry = 5;

} // namespace

std::size_t ibanLengthOf(std::string_view country) {
    for (std::size_t at = 0; at < kLengths.size(); at += kEntry) {
        if (kLengths.substr(at, 2) == country) {
            return static_cast<std::size_t>((kLengths[at + 2] - '0') * 10 + kLengths[at + 3] - '0');
        }
    }
    return 0;
}

} // namespace cartouche::privacy
