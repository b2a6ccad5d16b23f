// Links in the page's form, pictures and filmstrips as text, traces, the second window.
#include "native/deflate.h"
#include "native/link.h"
#include "tests/native/app_fixture.h"

namespace gopark {
namespace {

constexpr const char* kAccented = "package main\n\nfunc main() {\n\tprintln(\"née\")\n}\n";

Result<std::string> inflate(const std::string& packed) {
  return inflate_raw(packed, kMaxLinkProgram);
}

class ShareTest : public AppTest {
 protected:
  std::string copied(Action action) {
    app_.perform({action, 0, 0, ""});
    return clipboard_;
  }
};

TEST_F(ShareTest, ALinkLeadsBackToTheStepTheVariantAndTheSchedule) {
  ASSERT_TRUE(app_.open("timeout"));
  app_.perform({Action::RandomOrder, 0, 0, ""});
  app_.perform({Action::ShowFixed, 0, 0, ""});
  app_.perform({Action::Seek, 4, 0, ""});
  const std::string schedule = to_string(app_.variants()[1].session->schedule());
  const std::string link = copied(Action::CopyLink);
  EXPECT_EQ(link.find("#lesson=timeout&variant=fixed&step=4&schedule=g1"), 0u) << link;
  ASSERT_TRUE(app_.open("ncast"));
  ASSERT_TRUE(app_.open("https://example.org/site/" + link));
  EXPECT_EQ(app_.lessons()[app_.lesson()].name, "timeout");
  EXPECT_EQ(app_.ui().shown, Shown::Fixed);
  EXPECT_EQ(app_.step(), 4u);
  EXPECT_EQ(to_string(app_.variants()[1].session->schedule()), schedule);
  EXPECT_EQ(app_.ui().notice, "");
}

TEST_F(ShareTest, AnEditedProgramGoesIntoTheLink) {
  ASSERT_TRUE(app_.open("timeout"));
  app_.perform({Action::SetSource, 0, 1, kAccented});
  const std::string link = copied(Action::CopyLink);
  EXPECT_EQ(link.find("#lesson=timeout&variant=fixed&step=0&code=1."), 0u) << link;
  ASSERT_TRUE(app_.open("ncast"));
  ASSERT_TRUE(app_.open(link));
  EXPECT_EQ(app_.variants()[1].text, kAccented);
  EXPECT_EQ(app_.variants()[0].text, app_.variants()[0].original);
}

TEST_F(ShareTest, APlaygroundLinkOfThePageOpens) {
  // Made by web/page/links.js.
  const std::string link =
      "#lesson=playground&code=1.K0hMzk5MT1XITczM4-JKK81LBjM1NBWquTgLijLzSnLyNAw1uWq5AA";
  ASSERT_TRUE(app_.open(link)) << app_.ui().notice;
  EXPECT_EQ(leaky().text, "package main\n\nfunc main() {\n\tprintln(1)\n}\n");
  EXPECT_FALSE(leaky().is_stale);
}

TEST_F(ShareTest, ADamagedLinkIsOneSentenceAndTheLessonStays) {
  for (const std::string link : {"#lesson=playground&code=1.AAAA", "#lesson=playground&code=2.K0hM",
                                 "#lesson=nowhere", "#lesson=playground&code=1.!", "#lesson="}) {
    EXPECT_FALSE(app_.open(link)) << link;
    EXPECT_FALSE(app_.ui().notice.empty()) << link;
    EXPECT_EQ(app_.variants().size(), 2u) << link;
  }
  EXPECT_FALSE(app_.open("#lesson=timeout" + std::string(kMaxLinkBytes, 'x')));
  EXPECT_EQ(app_.ui().notice, "The link cannot be opened: this link is too long to be read.");
}

TEST(Link, AProgramThatUnpacksToMoreThanTheLimitIsRefused) {
  const std::string most(kMaxLinkProgram, 'a');
  EXPECT_TRUE(inflate(deflate_raw(most).value()).ok());
  EXPECT_FALSE(inflate(deflate_raw(most + "a").value()).ok());
  Link link;
  link.lesson = "playground";
  link.code = most;
  EXPECT_TRUE(format_link(link, deflate_raw).ok());
  link.code = most + "a";
  EXPECT_FALSE(format_link(link, deflate_raw).ok());
}

TEST_F(ShareTest, APictureSaysInWordsWhatItShows) {
  ASSERT_TRUE(app_.open("timeout"));
  app_.perform({Action::Seek, 9, 0, ""});
  app_.perform({Action::SaveSvg, 0, 0, ""});
  const std::string& svg = files_["timeout-step-9.svg"];
  EXPECT_EQ(svg.find("<svg xmlns"), 0u);
  EXPECT_NE(svg.find("main.1 leaked: chan send"), std::string::npos);
  EXPECT_NE(svg.find("<desc id=\"step-9-desc\">Step 9 of 12 of The timeout leak."),
            std::string::npos);
  EXPECT_NE(svg.find("done &lt;- result"), std::string::npos);
  EXPECT_EQ(app_.ui().notice, "Saved as timeout-step-9.svg.");
}

TEST_F(ShareTest, AFilmstripHasAFigureForEachMarkedStepAndLeavesTheRunWhereItWas) {
  ASSERT_TRUE(app_.open("timeout"));
  app_.perform({Action::Seek, 2, 0, ""});
  app_.perform({Action::SaveFilmstripPage, 0, 0, ""});
  app_.perform({Action::SaveFilmstrip, 0, 0, ""});
  const std::string& page = files_["timeout-filmstrip.html"];
  for (const char* step : {"3", "9", "12"})
    EXPECT_NE(page.find("index.html#lesson=timeout&amp;step=" + std::string(step)),
              std::string::npos)
        << step;
  EXPECT_NE(files_["timeout-filmstrip.svg"].find("Nobody is receiving from done"),
            std::string::npos);
  EXPECT_EQ(app_.step(), 2u);
}

TEST_F(ShareTest, WhereNothingCanBeWrittenTheTextIsOnTheClipboard) {
  Host read_only = host();
  read_only.write_file = [](const std::string& path, const std::string&) -> Result<Done> {
    return Error{path + " cannot be written"};
  };
  App app(read_only, toolchain_compile(), lessons_of(embedded_lessons()));
  app.open_lesson(0);
  app.perform({Action::SaveFilmstrip, 0, 0, ""});
  EXPECT_EQ(clipboard_.substr(0, 4), "<svg");
  EXPECT_NE(app.ui().notice.find("on the clipboard instead"), std::string::npos);
}

TEST_F(ShareTest, TheSecondWindowTellsTheNextQuestionAndItsKeysStep) {
  ASSERT_TRUE(app_.open("timeout"));
  const Fonts fonts{ImGui::GetIO().Fonts->Fonts[0], ImGui::GetIO().Fonts->Fonts[0],
                    ImGui::GetIO().Fonts->Fonts[0]};
  ImGuiIO& io = ImGui::GetIO();
  for (const bool down : {true, false}) {
    io.AddKeyEvent(ImGuiKey_PageDown, down);
    ImGui::NewFrame();
    app_.notes_frame(fonts, 900, 700);
    ImGui::Render();
    accept_textures(*ImGui::GetDrawData());
  }
  EXPECT_EQ(app_.step(), 1u);
}

TEST_F(ShareTest, ALectureIsInHighContrastAndTheThemeComesBack) {
  app_.ui().theme = ThemeKind::Light;
  press(Action::Lecture);
  EXPECT_EQ(app_.ui().theme, ThemeKind::Contrast);
  press(Action::Lecture);
  EXPECT_EQ(app_.ui().theme, ThemeKind::Light);
}

TEST_F(ShareTest, TheRunIsSavedAsATraceByWhoeverCanWriteOne) {
  ASSERT_TRUE(app_.open("timeout"));
  press(Action::SaveChromeTrace);
  EXPECT_NE(app_.ui().notice.find("Traces are written by"), std::string::npos);
  app_.set_traces(
      {[](const Session&) { return std::string("json"); },
       [](const Session& session) { return "of " + std::to_string(session.position().step); }});
  app_.perform({Action::Seek, 7, 0, ""});
  press(Action::SaveChromeTrace);
  press(Action::SaveTrace);
  EXPECT_EQ(files_["timeout-chrome-trace.json"], "of 7");
  EXPECT_EQ(files_["timeout-trace.jsonl"], "json");
}

TEST_F(ShareTest, TheSpotlightDarkensAllButThePlaceOfThePointer) {
  ImGui::GetIO().AddMousePosEvent(200, 160);
  const auto light_at = [&](int x, int y) {
    const Picture picture = imgui_.picture(app_);
    const uint32_t pixel = picture.pixels[static_cast<std::size_t>(y * picture.width + x)];
    return (pixel & 255) + (pixel >> 8 & 255) + (pixel >> 16 & 255);
  };
  const uint32_t near = light_at(210, 145), far = light_at(1000, 145);
  press(Action::Spotlight);
  EXPECT_EQ(light_at(210, 145), near);
  EXPECT_LT(light_at(1000, 145), far / 2);
  press(Action::Close);
  EXPECT_EQ(light_at(1000, 145), far);
}

}  // namespace
}  // namespace gopark
