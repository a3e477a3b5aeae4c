"""The peers' side of the comparison: the verbs and the JSON lines of Segmentation.Benchmarks, by scikit-learn and pandas.

    peers.py versions
    peers.py kmeans FILE N D --k K [--init FILE] [--iterations I] [--restarts R] [--algorithm lloyd|elkan]
    peers.py scan FILE N D --max-k K
    peers.py silhouette FILE N D LABELFILE [--jobs J]
    peers.py csv FILE [--engine c|pyarrow]
    peers.py inertia FILE N D --k K... [--starts S]

All take --threads T, --seed S and --reps M. As on the other side, every verb but the last runs once untimed, and again
until a second has passed; then the median of the repetitions counts.
"""
import argparse
import gc
import importlib
import json
import os
import statistics
import sys
import time


def parse(arguments):
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--threads", type=int, default=os.cpu_count())
    common.add_argument("--seed", type=int, default=42)
    common.add_argument("--reps", type=int, default=1)
    rows = argparse.ArgumentParser(add_help=False, parents=[common])
    rows.add_argument("file")
    rows.add_argument("n", type=int)
    rows.add_argument("d", type=int)

    parser = argparse.ArgumentParser()
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("versions")
    kmeans = verbs.add_parser("kmeans", parents=[rows])
    kmeans.add_argument("--k", type=int, required=True)
    kmeans.add_argument("--init")
    kmeans.add_argument("--iterations", type=int, default=300)
    kmeans.add_argument("--restarts", type=int, default=10)
    kmeans.add_argument("--algorithm", default="lloyd")
    scan = verbs.add_parser("scan", parents=[rows])
    scan.add_argument("--max-k", type=int, required=True)
    silhouette = verbs.add_parser("silhouette", parents=[rows])
    silhouette.add_argument("labels")
    silhouette.add_argument("--jobs", type=int)
    csv = verbs.add_parser("csv", parents=[common])
    csv.add_argument("file")
    csv.add_argument("--engine", default="c")
    inertia = verbs.add_parser("inertia", parents=[rows])
    inertia.add_argument("--k", type=int, nargs="+", required=True)
    inertia.add_argument("--starts", type=int, default=50)
    return parser.parse_args(arguments)


def versions():
    found = {"python": sys.version.split()[0]}
    for package in ("numpy", "sklearn", "pandas", "pyarrow"):
        try:
            found[package] = importlib.import_module(package).__version__
        except ImportError:
            found[package] = None
    return found


def repeat(work, repetitions):
    """The last result of the work, and its median seconds by the clock and of all threads."""
    started = time.perf_counter()
    result = work()
    while time.perf_counter() - started < 1:
        result = work()
    seconds, cpu_seconds = [], []
    for _ in range(repetitions):
        result = None
        gc.collect()
        cpu, wall = time.process_time(), time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - wall)
        cpu_seconds.append(time.process_time() - cpu)
    return result, {"seconds": statistics.median(seconds), "cpuSeconds": statistics.median(cpu_seconds)}


def peak_megabytes():
    """Of this process only: what getrusage says would include the one that started it."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            kilobytes = next(line.split()[1] for line in status if line.startswith("VmHWM"))
            return int(kilobytes) * 1024 / 1e6
    except OSError:
        return None


def read_rows(options):
    import numpy

    return numpy.fromfile(options.file, dtype="<f8").reshape(options.n, options.d)


def kmeans(options):
    import numpy
    from sklearn.cluster import KMeans

    rows = read_rows(options)
    if options.init:
        start = numpy.fromfile(options.init, dtype="<f8").reshape(options.k, options.d)
        chosen = {"init": start, "n_init": 1, "tol": 0}
    else:
        chosen = {"n_init": options.restarts, "random_state": options.seed}
    estimator = KMeans(options.k, max_iter=options.iterations, algorithm=options.algorithm, **chosen)
    model, times = repeat(lambda: estimator.fit(rows), options.reps)
    return times | {"inertia": float(model.inertia_), "iterations": int(model.n_iter_)}


def scan(options):
    from sklearn.cluster import KMeans

    rows = read_rows(options)
    inertia, times = repeat(
        lambda: [
            float(KMeans(k, n_init=10, random_state=options.seed).fit(rows).inertia_) for k in range(1, options.max_k + 1)
        ],
        options.reps,
    )
    return times | {"inertia": inertia}


def inertia(options):
    from sklearn.cluster import KMeans

    rows = read_rows(options)
    estimators = [KMeans(k, n_init=options.starts, max_iter=1000, tol=0, random_state=options.seed) for k in options.k]
    return {"inertia": [float(estimator.fit(rows).inertia_) for estimator in estimators]}


def silhouette(options):
    import numpy
    from sklearn.metrics import silhouette_score

    rows = read_rows(options)
    labels = numpy.fromfile(options.labels, dtype="<i4")
    score, times = repeat(lambda: silhouette_score(rows, labels, n_jobs=options.jobs), options.reps)
    return times | {"score": float(score)}


def csv(options):
    import numpy
    import pandas

    def standardise():
        table = pandas.read_csv(options.file, engine=options.engine)
        values = table.select_dtypes("number").to_numpy(dtype=float)
        return (values - values.mean(axis=0)) / values.std(axis=0)

    values, times = repeat(standardise, options.reps)
    return times | {"rows": len(values), "sumOfMagnitudes": float(numpy.abs(values).sum())}


def main():
    options = parse(sys.argv[1:])
    if options.verb == "versions":
        print(json.dumps(versions()))
        return

    # The libraries read these when they are imported.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(options.threads)
    answer = {"kmeans": kmeans, "scan": scan, "silhouette": silhouette, "csv": csv, "inertia": inertia}[options.verb](options)
    print(json.dumps(answer | {"peakMb": peak_megabytes()}))


if __name__ == "__main__":
    main()
