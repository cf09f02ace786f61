/** A process of a bench that does what it is told: each order is answered, and it ends with its parent. */
export function takeOrders<Order, Told>(obey: (order: Order) => Promise<Told>): void {
  process.once('disconnect', () => process.exit(0))
  process.on('message', (order: Order) => {
    obey(order).then(
      (told) => process.send?.(told),
      (cause) => {
        process.stderr.write(`${String(cause)}\n`)
        process.exit(1)
      },
    )
  })
}
