"""The committed table of packages, and the data folder's place."""
import re
import unittest

from fakes import table


class PackagesTests(unittest.TestCase):
    def test_every_package_is_pinned_twice(self):
        for package in table.read_packages():
            for digest in (package.sha256, package.sums):
                self.assertRegex(digest, re.compile(r"\A[0-9a-f]{64}\Z"), package.id)

    def test_every_package_has_a_licence_and_a_place_of_its_own(self):
        packages = table.read_packages()
        self.assertTrue(all(package.licence and package.credit for package in packages))
        self.assertEqual(len({package.into for package in packages}), len(packages))

    def test_the_data_folder_follows_the_environment(self):
        cases = [
            ({"PATCHWORK_DATA": "/d", "XDG_DATA_HOME": "/x", "HOME": "/h"}, "/d"),
            ({"PATCHWORK_DATA": "", "XDG_DATA_HOME": "/x", "HOME": "/h"}, "/x/patchwork"),
            ({"XDG_DATA_HOME": "relative", "HOME": "/h"}, "/h/.local/share/patchwork"),
            ({"HOME": "/h"}, "/h/.local/share/patchwork"),
        ]
        for environment, folder in cases:
            with self.subTest(environment):
                self.assertEqual(table.data_folder(environment), folder)


if __name__ == "__main__":
    unittest.main()
