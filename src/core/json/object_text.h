#pragma once

#include "core/json/json.h"
#include "core/json/members.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::json {

/// An object of which some members are replaced, while all others stay as they are written.
class ObjectText {
public:
    ObjectText() = default;
    /// With the members of an object in a checked text.
    explicit ObjectText(std::string_view checked);

    /// Replaces the member in its place, or adds it at the end. `value` is JSON text.
    void set(std::string_view key, std::string value);
    void set(std::string_view key, const Json& value) { set(key, writeJson(value)); }
    void erase(std::string_view key);

    std::string text() const;

private:
    std::vector<std::pair<std::string, std::string>> m_members;
};

} // namespace cartouche::json
