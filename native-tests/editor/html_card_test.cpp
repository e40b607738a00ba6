#include "editor/html_card.h"

#include <doctest/doctest.h>

using cartouche::editor::HtmlCard;
using cartouche::editor::readHtmlCard;

TEST_CASE("a card has the words of its HTML, a line for each block") {
    CHECK(readHtmlCard(
              "<div class=\"a\"><h2>Black  holes</h2><a href='#'>example.org</a>\n <p>2 &lt; "
              "3 &amp;lt; &amp; so</p></div>")
              .text == "Black holes\nexample.org\n2 < 3 &lt; & so");
    CHECK(readHtmlCard("a <b>bold</b>\tword<br/>more").text == "a bold word\nmore");
    CHECK(readHtmlCard(" <p> </p> ").text.empty());
    CHECK(readHtmlCard("no tag < here").text == "no tag");
    CHECK(readHtmlCard("").text.empty());
}

TEST_CASE("a card has the first picture of its HTML, as wide as it is meant to be") {
    const HtmlCard card =
        readHtmlCard("<p>x</p><img width='40' data-src=\"no.png\" src='a.png?b=1&amp;c=2'/>");
    CHECK(card.image == "a.png?b=1&c=2");
    CHECK(card.imageWidth == 40);
    CHECK(readHtmlCard("<img src=a.png><img src=b.png>").image == "a.png");
    CHECK(readHtmlCard("<img src=a.png width=-1>").imageWidth == 0);
    CHECK(readHtmlCard("<image src=a.png>").image.empty());
}
