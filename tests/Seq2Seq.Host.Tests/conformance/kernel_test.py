"""Debian's jupyter_kernel_test on this kernel: python3 kernel_test.py"""
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh dear");'
    code_generate_error = 'throw new InvalidOperationException("meant to fail");'
    code_execute_result = [{"code": "6 * 7", "result": "42"}]
    code_display_data = [{"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"}]
    completion_samples = [{"text": "Console.WriteL", "matches": {"WriteLine"}}]
    complete_code_samples = ["1 + 1", "int F()\n{\n    return 1;\n}"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", "F(1,"]
    invalid_code_samples = ["int x = = 3;"]
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = ""
    code_page_something = ""
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6 * ?*"


if __name__ == "__main__":
    unittest.main(verbosity=2)
