#include "core/values/base64.h"
#include "core/values/csv.h"
#include "core/values/value_type.h"

#include <doctest/doctest.h>

using namespace cartouche;
using values::CsvSelection;
using values::parseCsv;
using values::parseResolver;
using values::parseValueType;
using values::readCsvCell;

namespace {

std::string cellOf(std::string_view csv, std::string_view resolver) {
    const auto cell = readCsvCell(csv, *parseResolver(resolver));
    return cell ? *cell : "error: " + cell.error().message;
}

} // namespace

TEST_CASE("a value type is a type with options, separated by whatever follows the type") {
    const auto bar = parseValueType("csv|headless|separator=;|column=the name");
    CHECK(bar.type == "csv");
    CHECK(bar.hasOption("headless"));
    CHECK(bar.option("separator") == ";");
    CHECK(bar.option("column") == "the name");
    CHECK_FALSE(bar.option("headless"));
    CHECK_FALSE(bar.hasOption("url"));
    const auto comma = parseValueType("csv,column=a|b,headless");
    CHECK(comma.option("column") == "a|b");
    CHECK(comma.hasOption("headless"));
    CHECK(parseValueType("json").options.empty());
    CHECK(parseValueType("").type == "");
    CHECK(parseValueType("|x").type == "");
    CHECK(parseValueType("csv|").options.size() == 1);
    CHECK(parseValueType("csv|separator==").option("separator") == std::nullopt);
}

TEST_CASE("a resolver chooses a column of a CSV file") {
    CHECK(*parseResolver("csv") == CsvSelection{});
    CHECK(*parseResolver("csv|headless|separator=;|column=2") == CsvSelection{true, ";", "2"});
    CHECK(parseResolver("xml|column=a").error().message ==
          "The resolver \"xml|column=a\" is of no type that is known; it must be csv, such as "
          "csv|column=text");
    CHECK(parseResolver("").error().code == diagnostics::Code::BadResolver);
}

TEST_CASE("the cell of the first row of data is taken") {
    constexpr std::string_view kCsv = "id,text,2\r\n7,\"Hello, \"\"you\"\"\",third\r\n8,no,no\r\n";
    CHECK(cellOf(kCsv, "csv") == "7");
    CHECK(cellOf(kCsv, "csv|column=text") == "Hello, \"you\"");
    CHECK(cellOf(kCsv, "csv|column=1") == "Hello, \"you\"");
    CHECK(cellOf(kCsv, "csv|column=2") == "third"); // a name before an index
    CHECK(cellOf(kCsv, "csv|headless|column=1") == "text");
    CHECK(cellOf("a;b\n1;2", "csv|column=b") == "2");
    CHECK(cellOf("a|b\n1|2", "csv|column=b") == "2");
    CHECK(cellOf("\xEF\xBB\xBF"
                 "a\tb\r1\t2",
                 "csv|column=a") == "1");
    CHECK(cellOf("a::b\n1::2", "csv|separator=::|column=b") == "2");
    CHECK(cellOf("a,b\n1", "csv|column=b") == "");
    CHECK(cellOf("a,b\n\"1\n2\",3", "csv|column=a") == "1\n2");
}

TEST_CASE("a column or a row that is not there is said so") {
    CHECK(cellOf("id,text\n1,x", "csv|column=txt") ==
          "error: This CSV has no column \"txt\"; it has id, text; did you mean \"text\"?");
    CHECK(cellOf("1,x", "csv|headless|column=5") ==
          "error: This CSV has no column 5; it has 2 columns, counted from 0");
    CHECK(cellOf("id,text\n", "csv") ==
          "error: This CSV has no row below its header; without a header, add headless to the "
          "resolver");
    CHECK(cellOf("", "csv|headless") == "error: This CSV is empty");
}

TEST_CASE("CSV that nobody finished is read to its end") {
    CHECK(parseCsv("\"a", ",", 9) == std::vector<values::CsvRow>{{"a"}});
    CHECK(parseCsv("\"a\"b,c\n\n,", ",", 9) ==
          std::vector<values::CsvRow>{{"ab", "c"}, {""}, {"", ""}});
    CHECK(parseCsv("a\nb\nc", ",", 2).size() == 2);
    CHECK(parseCsv("\"\"\"", ",", 9) == std::vector<values::CsvRow>{{"\""}});
}

TEST_CASE("Base64 is a text of Latin-1 or of UTF-8") {
    CHECK(values::decodeBase64("SGVsbG8=") == "Hello");
    CHECK(values::decodeBase64("SGVs\n bG8") == "Hello");
    CHECK(values::decodeBase64("") == "");
    CHECK(values::decodeBase64("5A==") == "ä");
    CHECK(values::decodeBase64("w6Q=") == "Ã¤");
    CHECK(values::decodeBase64Unicode("w6Q=") == "ä");
    CHECK(values::decodeBase64Unicode("8J+YgA==") == "😀");
}

TEST_CASE("bytes are written as Base64 and read back") {
    std::vector<std::uint8_t> bytes;
    CHECK(values::encodeBase64(bytes).empty());
    for (const std::string_view text : {"AA==", "AP8=", "AP/+", "AP/+/Q=="}) {
        bytes.push_back(static_cast<std::uint8_t>(-static_cast<int>(bytes.size())));
        CHECK(values::encodeBase64(bytes) == text);
        CHECK(values::decodeBase64Bytes(text) == bytes);
    }
    CHECK_FALSE(values::decodeBase64Bytes("A"));
}

TEST_CASE("what is no Base64, or no UTF-8 in it, is refused") {
    for (const std::string_view bad : {"Hello, world", "A", "AAAAA", "SGVsbG8===", "=", "AA=A"}) {
        CHECK_MESSAGE(!values::decodeBase64(bad), bad);
    }
    CHECK_FALSE(values::decodeBase64Unicode("5A=="));     // E4 alone
    CHECK_FALSE(values::decodeBase64Unicode("wIA="));     // overlong
    CHECK_FALSE(values::decodeBase64Unicode("7aCA"));     // half of a surrogate pair
    CHECK_FALSE(values::decodeBase64Unicode("9JCAgA==")); // beyond U+10FFFF
}
