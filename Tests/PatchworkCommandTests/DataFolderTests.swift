import Testing

@testable import PatchworkCommand

@Suite struct DataFolderTests {
  @Test(arguments: [
    (["PATCHWORK_DATA": "/d", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/d"),
    (["PATCHWORK_DATA": "/d/../e/", "HOME": "/h"], "/e"),
    (["PATCHWORK_DATA": "", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/patchwork"),
    (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/patchwork"),
    (["HOME": "/h"], "/h/.local/share/patchwork"),
  ])
  func `follows the environment as set-up does`(environment: [String: String], path: String) {
    #expect(DataFolder(environment: environment).path == path)
  }
}
