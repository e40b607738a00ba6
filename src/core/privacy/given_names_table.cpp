#include "core/privacy/given_names_table.h"

#include <algorithm>
#include <array>

namespace cartouche::privacy {

namespace {

// Each in order, so that they are found by halving.

constexpr auto kNames = std::to_array<std::string_view>(
    {"aaron",     "abigail",   "adam",      "adrian",    "agnes",       "ahmed",     "aisha",
     "alan",      "albert",    "alejandro", "alex",      "alexander",   "alexandra", "alexis",
     "ali",       "alice",     "alicia",    "alison",    "amanda",      "amber",     "amelia",
     "amy",       "ana",       "andrea",    "andreas",   "andrew",      "angela",    "anita",
     "ann",       "anna",      "anne",      "annette",   "anthony",     "antoine",   "antonio",
     "april",     "arthur",    "ashley",    "audrey",    "august",      "barbara",   "beatrice",
     "benjamin",  "bernard",   "beth",      "betty",     "beverly",     "bob",       "bonnie",
     "bradley",   "brandon",   "brenda",    "brian",     "bruce",       "bruno",     "bryan",
     "camille",   "carl",      "carla",     "carlos",    "carmen",      "carol",     "caroline",
     "carolyn",   "catherine", "cecilia",   "charles",   "charlotte",   "chen",      "cheryl",
     "chloe",     "christian", "christina", "christine", "christopher", "cindy",     "claire",
     "clara",     "claudia",   "colin",     "connie",    "craig",       "crystal",   "cynthia",
     "daniel",    "daniela",   "danielle",  "david",     "deborah",     "debra",     "denise",
     "dennis",    "derek",     "diana",     "diane",     "diego",       "dmitri",    "dolores",
     "donald",    "donna",     "doris",     "dorothy",   "douglas",     "dylan",     "edith",
     "eduardo",   "edward",    "elaine",    "eleanor",   "elena",       "elizabeth", "ellen",
     "emily",     "emma",      "eric",      "erika",     "esther",      "ethan",     "eugene",
     "eva",       "evan",      "evelyn",    "fatima",    "felix",       "fernando",  "florence",
     "frances",   "francesca", "francesco", "francis",   "francisco",   "frank",     "franziska",
     "frederick", "gabriel",   "gary",      "george",    "gerald",      "gertrude",  "giovanni",
     "giulia",    "gloria",    "grace",     "gregory",   "guillaume",   "hannah",    "hans",
     "harold",    "harry",     "hassan",    "heather",   "helen",       "helena",    "helga",
     "henry",     "hiroshi",   "howard",    "hugo",      "ian",         "ines",      "ingrid",
     "irene",     "isabella",  "isabelle",  "ivan",      "jack",        "jacob",     "jacqueline",
     "jake",      "james",     "jamie",     "jan",       "jane",        "janet",     "janice",
     "jason",     "javier",    "jean",      "jeffrey",   "jennifer",    "jeremy",    "jerry",
     "jesse",     "jessica",   "jill",      "joan",      "joanna",      "joe",       "johan",
     "johanna",   "john",      "jonathan",  "jordan",    "jorge",       "jose",      "joseph",
     "joshua",    "joyce",     "juan",      "juanita",   "judith",      "judy",      "julia",
     "julian",    "julie",     "justin",    "karen",     "karl",        "katharina", "katherine",
     "kathleen",  "kathryn",   "katie",     "keith",     "kelly",       "kenneth",   "kevin",
     "kim",       "kimberly",  "klaus",     "kyle",      "larry",       "laura",     "lauren",
     "laurence",  "lawrence",  "leah",      "leo",       "leonard",     "leslie",    "li",
     "liam",      "linda",     "lisa",      "logan",     "lois",        "lori",      "louis",
     "louise",    "lucas",     "lucia",     "lucy",      "luis",        "luisa",     "lukas",
     "lydia",     "madison",   "manuel",    "marc",      "marco",       "margaret",  "maria",
     "marie",     "marilyn",   "mario",     "marion",    "mark",        "marta",     "martha",
     "martin",    "mary",      "mateo",     "matthew",   "maureen",     "max",       "may",
     "megan",     "mei",       "melanie",   "melissa",   "mia",         "michael",   "michelle",
     "miguel",    "mike",      "mohamed",   "mohammed",  "monica",      "monika",    "nancy",
     "natalia",   "natalie",   "natasha",   "nathan",    "nicholas",    "nicole",    "noah",
     "nora",      "norma",     "olga",      "oliver",    "olivia",      "oscar",     "pablo",
     "pamela",    "patricia",  "patrick",   "paul",      "paula",       "pedro",     "peter",
     "petra",     "philip",    "phillip",   "phyllis",   "pierre",      "priya",     "rachel",
     "ralph",     "ramon",     "randy",     "ray",       "raymond",     "rebecca",   "regina",
     "richard",   "rita",      "robert",    "roberto",   "robin",       "rodrigo",   "roger",
     "ronald",    "rosa",      "rose",      "rosemary",  "roy",         "ruby",      "russell",
     "ruth",      "ryan",      "sabine",    "sally",     "samantha",    "samuel",    "sandra",
     "sara",      "sarah",     "scott",     "sean",      "sebastian",   "sergei",    "sharon",
     "shirley",   "silvia",    "simon",     "sofia",     "sonia",       "sophia",    "sophie",
     "stefan",    "stefanie",  "stephanie", "stephen",   "steve",       "steven",    "stuart",
     "susan",     "susanne",   "suzanne",   "sven",      "sylvia",      "tamara",    "tanya",
     "teresa",    "theodore",  "theresa",   "thomas",    "tiffany",     "timothy",   "tina",
     "tom",       "tony",      "tracy",     "tyler",     "ursula",      "uwe",       "valentina",
     "valerie",   "vanessa",   "vera",      "veronica",  "victor",      "victoria",  "vincent",
     "violet",    "virginia",  "vladimir",  "walter",    "wanda",       "wayne",     "wei",
     "wendy",     "werner",    "will",      "william",   "wolfgang",    "xavier",    "yan",
     "yasmin",    "yuki",      "yusuf",     "yvonne",    "zachary",     "zoe"});

constexpr auto kWords = std::to_array<std::string_view>(
    {"amber",    "april",  "art",      "august", "charlotte", "chen", "crystal", "dawn", "faith",
     "florence", "frank",  "grace",    "hope",   "ivy",       "jan",  "jordan",  "joy",  "kim",
     "lee",      "li",     "madison",  "mark",   "max",       "may",  "mia",     "mike", "paris",
     "pat",      "ray",    "regina",   "rich",   "robin",     "rose", "roy",     "ruby", "sally",
     "sky",      "summer", "victoria", "violet", "virginia",  "wei",  "will",    "yan"});

constexpr auto kTitles = std::to_array<std::string_view>(
    {"dame",    "dr",        "frau", "herr",     "lady",  "lord",   "madam",    "madame",
     "miss",    "mlle",      "mme",  "monsieur", "mr",    "mrs",    "ms",       "mx",
     "prof",    "professor", "rev",  "reverend", "señor", "señora", "señorita", "signor",
     "signora", "sir",       "sr",   "sra",      "srta"});

static_assert(std::ranges::is_sorted(kNames));
static_assert(std::ranges::is_sorted(kWords));
static_assert(std::ranges::is_sorted(kTitles));

} // namespace

bool isGivenName(std::string_view name) {
    return std::ranges::binary_search(kNames, name);
}

bool isAlsoWord(std::string_view name) {
    return std::ranges::binary_search(kWords, name);
}

bool isTitle(std::string_view word) {
    return std::ranges::binary_search(kTitles, word);
}

} // namespace cartouche::privacy
