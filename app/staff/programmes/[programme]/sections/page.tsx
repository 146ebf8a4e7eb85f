import { OrderPage } from "../order-form";

export default async function Page({ params }: { params: Promise<{ programme: string }> }) {
  return <OrderPage slug={(await params).programme} kind="sections" />;
}
