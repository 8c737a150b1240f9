"""How many cells a second a kernel answers, as a real Jupyter client sees it.

    /usr/bin/python3 execute_rate.py [--runs 3] [--count 1000] [--kernel NAME]

Without --kernel the course command of this build is started with the kernelspec that `course jupyter install` writes. "sequential" sends a cell, waits for its reply and its
idle status, then sends the next; "at once" sends all and waits for the replies. The client's own processor time is shown: it counts in the rate of the first kind.
Every reply is checked for "ok".
"""
import argparse, json, os, pathlib, statistics, subprocess, tempfile, time
import psutil
from jupyter_client import KernelManager

CELLS = [("a constant", "{n}"), ("a sum", "x + {n}"), ("a print", 'Console.WriteLine("{n}");'), ("a call", "Math.Max({n}, 0)"), ("a variable declared", "var x{n} = {n};")]


def ours():
    course = pathlib.Path(__file__).resolve().parents[3] / "artifacts/bin/Seq2Seq.Host/release/course.dll"
    data = tempfile.mkdtemp(prefix="execute-rate-")
    subprocess.run(["dotnet", course, "jupyter", "install", "--data-dir", data], check=True, stdout=subprocess.DEVNULL)
    os.environ["JUPYTER_PATH"] = data
    return sorted(os.listdir(os.path.join(data, "kernels")))[0]


class Kernel:
    def __init__(self, name):
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        self.process = psutil.Process(self.manager.provisioner.process.pid)

    def reply(self, message):
        while True:
            got = self.client.get_shell_msg(timeout=60)
            if got["parent_header"].get("msg_id") == message:
                assert got["content"]["status"] == "ok", got["content"]
                return

    def idle(self, message):
        while True:
            got = self.client.get_iopub_msg(timeout=60)
            if got["parent_header"].get("msg_id") == message and got["content"].get("execution_state") == "idle":
                return

    def sequential(self, code, count):
        for n in range(count):
            message = self.client.execute(code.format(n=n))
            self.reply(message)
            self.idle(message)

    def at_once(self, code, count):
        for message in [self.client.execute(code.format(n=n)) for n in range(count)]:
            self.reply(message)

    def used(self):
        times = self.process.cpu_times()
        return times.user + times.system

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--kernel")
    parser.add_argument("--cells", type=int, default=len(CELLS))
    args = parser.parse_args()
    name = args.kernel or ours()
    for title, code in CELLS[:args.cells]:
        for way in ("sequential", "at_once"):
            rates, kernel_ms, client_ms, growth = [], [], [], []
            for _ in range(args.runs):
                kernel = Kernel(name)
                kernel.sequential("var x = 1;", 1)
                before, mine, memory, begin = kernel.used(), time.process_time(), kernel.process.memory_info().rss, time.time()
                getattr(kernel, way)(code, args.count)
                rates.append(args.count / (time.time() - begin))
                kernel_ms.append(1000 * (kernel.used() - before) / args.count)
                client_ms.append(1000 * (time.process_time() - mine) / args.count)
                growth.append((kernel.process.memory_info().rss - memory) / 2**20)
                kernel.end()
            print(f"{title}, {way}: median {statistics.median(rates):.0f}/s ({min(rates):.0f} to {max(rates):.0f}); processor time of a cell: "
                  f"kernel {statistics.median(kernel_ms):.2f} ms, client {statistics.median(client_ms):.2f} ms; memory +{statistics.median(growth):.0f} MB", flush=True)


main()
