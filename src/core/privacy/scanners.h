#pragma once

#include "core/privacy/spans.h"

#include <string_view>
#include <vector>

/// What finds private parts that are no numbers of one form. Each looks from place `at`, where a
/// word or number begins, and adds what begins there; none looks farther back than
/// Recognizer::kReachBack, nor farther ahead than its reach().
namespace cartouche::privacy {

class NameList;

void scanInternet(std::string_view text, std::size_t at, std::vector<Span>& found);
void scanBankAndCoin(std::string_view text, std::size_t at, std::vector<Span>& found);
/// Here `at` may be a plus or an opening parenthesis, too.
void scanPhone(std::string_view text, std::size_t at, std::vector<Span>& found);
void scanDate(std::string_view text, std::size_t at, std::vector<Span>& found);
void scanName(std::string_view text, std::size_t at, const NameList& names,
              std::vector<Span>& found);
/// All whose `@` stands in this part of the text.
void scanEmails(std::string_view text, std::size_t from, std::size_t to, std::vector<Span>& found);

} // namespace cartouche::privacy
