"use client";

import { Trouble } from "@/components/layout/trouble";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main">
      <Trouble retry={reset} reference={error.digest} />
    </main>
  );
}
